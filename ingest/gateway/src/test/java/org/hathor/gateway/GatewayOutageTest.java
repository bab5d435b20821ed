package org.hathor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.UserId;
import org.hathor.contracts.playback.Listen;
import org.hathor.engines.Engines;
import org.hathor.engines.KafkaEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker goes and comes back: nothing acknowledged is lost, and nothing lost was acknowledged. */
final class GatewayOutageTest {
    private static final Sender SENDER = new Sender(new UserId("steadfast"), Sender.Reach.SELF);
    /** Longer than a delivery may take, with room for a slow machine. */
    private static final Duration REFUSAL_MAX =
            EventPublisher.DELIVERY_MAX.plus(EventPublisher.BLOCK_MAX).plusSeconds(5);

    @Test
    void aStoppedBrokerMeansUnavailableAndAReturnedOneMeansGoOn(@TempDir Path data) {
        Engines engines = Engines.in(data);
        KafkaEngine broker = engines.startKafka();
        String bootstrap = broker.bootstrap();
        Set<String> acknowledged = new HashSet<>();
        try (EventPublisher publisher = EventPublisher.to(bootstrap)) {
            Gateway gateway = new Gateway(publisher, new SimpleMeterRegistry(), Clock.systemUTC());
            assertThatThrownBy(() -> take(gateway, "no-topic-yet")).isInstanceOf(Unavailable.class);
            KafkaTopics.ensure(bootstrap);
            awaitTaken(gateway, "before");
            acknowledged.add("before");

            broker.close();
            Instant asked = Instant.now();
            assertThatThrownBy(() -> take(gateway, "meanwhile")).isInstanceOf(Unavailable.class);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(REFUSAL_MAX);
            Instant askedAgain = Instant.now();
            assertThatThrownBy(() -> take(gateway, "meanwhile")).isInstanceOf(Unavailable.class);
            assertThat(Duration.between(askedAgain, Instant.now()))
                    .as("who asks right after another was refused need not wait for it")
                    .isLessThan(Duration.ofSeconds(2));
            assertThatThrownBy(() -> KafkaTopics.ensure(bootstrap)).isInstanceOf(Unavailable.class);

            broker = engines.startKafka();
            assertThat(broker.bootstrap()).isEqualTo(bootstrap);
            awaitTaken(gateway, "meanwhile");
            acknowledged.add("meanwhile");
            acknowledged.add(take(gateway, "after"));

            assertThat(new TopicReader(bootstrap).all(Contracts.LISTEN))
                    .extracting(Listen::getListenId)
                    .containsAll(acknowledged);
        } finally {
            broker.close();
        }
    }

    @Test
    void aBrokerThatWasNeverThereIsUnavailableToo() {
        try (EventPublisher publisher = EventPublisher.to("127.0.0.1:1")) {
            Gateway gateway = new Gateway(publisher, new SimpleMeterRegistry(), Clock.systemUTC());
            assertThatThrownBy(() -> take(gateway, "x")).isInstanceOf(Unavailable.class);
        }
        try (EventPublisher publisher = EventPublisher.to("no-such-host.invalid:9092")) {
            Gateway gateway = new Gateway(publisher, new SimpleMeterRegistry(), Clock.systemUTC());
            assertThatThrownBy(() -> take(gateway, "x")).isInstanceOf(Unavailable.class);
        }
    }

    private static void awaitTaken(Gateway gateway, String listenId) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(Unavailable.class)
                .until(() -> take(gateway, listenId).equals(listenId));
    }

    private static String take(Gateway gateway, String listenId) {
        String listen = "{\"type\":\"listen\",\"listenId\":\"%s\",\"trackId\":\"t\",\"startedAt\":%d,\"msPlayed\":1}"
                .formatted(listenId, Instant.now().toEpochMilli());
        assertThat(gateway.takeEvents(listen.getBytes(StandardCharsets.UTF_8), SENDER, "test")
                        .accepted())
                .isEqualTo(1);
        return listenId;
    }
}
