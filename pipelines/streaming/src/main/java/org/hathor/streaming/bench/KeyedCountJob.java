package org.hathor.streaming.bench;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.streaming.StreamingJob;

/**
 * The least that a Flink job can do with listens and still be one: the listens of each track counted as they come,
 * record by record, in checkpointed state; each count is given out and dropped.
 *
 * <table><caption>State, keyed by track</caption>
 * <tr><th>state</th><th>holds</th><th>cleared by</th></tr>
 * <tr><td>{@code count}</td><td>the listens so far</td><td>nothing: the job lives as long as a benchmark</td></tr>
 * </table>
 */
final class KeyedCountJob implements StreamingJob {
    /** The operator that every listen reaches last. */
    static final String COUNT = "count";

    @Override
    public String name() {
        return "bench-keyed-count";
    }

    @Override
    public void define(StreamExecutionEnvironment environment, Endpoints endpoints) {
        String topic = Contracts.LISTEN.topic().name();
        KafkaSource<String> source = KafkaSource.<String>builder()
                .setBootstrapServers(endpoints.kafkaBootstrap())
                .setGroupId(name())
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new TrackIdDeserializer())
                .build();
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), topic)
                .uid(topic)
                .keyBy(trackId -> trackId, Types.STRING)
                .process(new Count(), Types.LONG)
                .name(COUNT)
                .uid(COUNT)
                .sinkTo(new DiscardingSink<>())
                .name("dropped")
                .uid("dropped");
    }

    private static final class Count extends KeyedProcessFunction<String, String, Long> {
        private static final long serialVersionUID = 1L;

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public void processElement(String trackId, Context context, Collector<Long> out) throws Exception {
            Long before = count.value();
            long after = before == null ? 1 : before + 1;
            count.update(after);
            out.collect(after);
        }
    }
}
