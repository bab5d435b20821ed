package org.hathor.importers;

import java.time.Clock;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.hathor.contracts.Contract;
import org.hathor.gateway.EventPublisher;
import org.hathor.gateway.Unavailable;

/** The gateway's publisher with the patience of an import: it tries again for a minute before it gives up. */
final class Publish implements AutoCloseable {
    private static final long PATIENCE_MS = 60_000;

    private final EventPublisher publisher;
    private final Clock clock = Clock.systemUTC();

    Publish(String kafkaBootstrap) {
        this.publisher = EventPublisher.to(kafkaBootstrap);
    }

    <T extends SpecificRecordBase> void publish(Contract<T> contract, List<T> events) throws InterruptedException {
        long giveUpMs = clock.millis() + PATIENCE_MS;
        while (true) {
            try {
                publisher.publish(contract, events);
                return;
            } catch (Unavailable e) {
                if (clock.millis() > giveUpMs) {
                    throw e;
                }
                Thread.sleep(Unavailable.RETRY_AFTER.toMillis());
            }
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
