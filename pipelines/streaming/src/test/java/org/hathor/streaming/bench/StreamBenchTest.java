package org.hathor.streaming.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.Topic;
import org.hathor.streaming.Listens;
import org.hathor.streaming.LiveEngines;
import org.hathor.streaming.kafka.ContractTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamBenchTest {
    @TempDir
    private Path data;

    @Test
    void everyWayWorksThroughTheWholeTopicWithExactCounts() throws Exception {
        Endpoints endpoints = LiveEngines.endpoints(data);
        emptyTopic(endpoints.kafkaBootstrap());
        BenchOptions options = BenchOptions.of("--events", "6000", "--rounds", "1", "--json");

        Figures figures = StreamBench.run(endpoints, data, options);

        assertThat(figures.perSecond()).containsOnlyKeys(Way.values());
        assertThat(figures.perSecond().values())
                .allSatisfy(perSecond -> assertThat(perSecond).isPositive().isFinite());
        assertThat(figures.json())
                .startsWith("{\"bench\":\"stream\",\"events\":6000,")
                .contains("\"plainConsumerPerSecond\":", "\"flinkKeyedCountRatio\":", "\"trendingRatio\":");
        assertThatThrownBy(() -> StreamBench.run(endpoints, data, options)).hasMessageContaining("not empty");
        emptyTopic(endpoints.kafkaBootstrap());
    }

    @Test
    void trackIsReadWithoutTheRest() throws Exception {
        TrackIdDeserializer deserializer = new TrackIdDeserializer();
        deserializer.open(null);
        byte[] listen = Contracts.LISTEN.encode(Listens.listen("user", "id", Instant.EPOCH, Duration.ZERO));

        assertThat(deserializer.trackId(listen)).isEqualTo("track");
    }

    @Test
    void wrongOptionIsNamed() {
        assertThatThrownBy(() -> BenchOptions.of("--events", "many")).hasMessageContaining("--events");
        assertThatThrownBy(() -> BenchOptions.of("--fast")).hasMessageContaining("--fast");
    }

    /** Other tests have used the topic; what they sent is taken away, not the topic. */
    private static void emptyTopic(String bootstrap) throws Exception {
        ContractTopics.ensure(bootstrap);
        Topic topic = Contracts.LISTEN.topic();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetSpec> ends = java.util.stream.IntStream.range(0, topic.partitions())
                    .boxed()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic.name(), partition),
                            partition -> OffsetSpec.latest()));
            Map<TopicPartition, RecordsToDelete> all = admin.listOffsets(ends).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(all).all().get();
        }
    }
}
