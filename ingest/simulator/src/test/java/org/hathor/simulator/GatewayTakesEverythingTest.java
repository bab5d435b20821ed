package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hathor.contracts.UserId;
import org.hathor.engines.TestEngines;
import org.hathor.gateway.EventPublisher;
import org.hathor.gateway.Gateway;
import org.hathor.gateway.KafkaTopics;
import org.hathor.gateway.Outcome;
import org.hathor.gateway.Sender;
import org.junit.jupiter.api.Test;

/** What is simulated is what the platform takes: the real gateway, before a real Kafka, refuses nothing. */
final class GatewayTakesEverythingTest {
    @Test
    void aDayOfEventsIsAccepted() {
        World world = World.of(new SimulationConfig(21, 150, 40, 400, 0.1, 0));
        Instant to = Instant.now();
        List<SimulatedEvent> events = Events.between(world, to.minus(Duration.ofDays(1)), to);
        KafkaTopics.ensure(TestEngines.kafkaBootstrap());
        try (EventPublisher publisher = EventPublisher.to(TestEngines.kafkaBootstrap())) {
            Gateway gateway = new Gateway(publisher, new SimpleMeterRegistry(), Clock.systemUTC());
            Sender simulator = new Sender(new UserId("simulator"), Sender.Reach.EVERYONE);
            int accepted = 0;
            for (int from = 0; from < events.size(); from += 1_000) {
                List<SimulatedEvent> batch = events.subList(from, Math.min(events.size(), from + 1_000));
                Outcome outcome = gateway.takeEvents(EventJson.array(batch), simulator, "test");
                assertThat(outcome.rejected()).isEmpty();
                accepted += outcome.accepted();
            }
            assertThat(accepted).isEqualTo(events.size()).isGreaterThan(5_000);
        }
    }
}
