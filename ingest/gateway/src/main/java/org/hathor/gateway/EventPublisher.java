package org.hathor.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hathor.contracts.Contract;

/**
 * The one way of events into Kafka: an idempotent producer that returns once every in-sync replica has them.
 *
 * <p>Kafka need not be there when this is created. May be used from several threads; what one call hands over keeps its
 * order within each key.
 */
public final class EventPublisher implements AutoCloseable {
    /** How long Kafka may take to store an event, retries included. */
    static final Duration DELIVERY_MAX = Duration.ofSeconds(10);

    /** How long handing over may wait for the topic's whereabouts or for room in the buffer. */
    static final Duration BLOCK_MAX = Duration.ofSeconds(2);

    /**
     * After Kafka did not answer in time, everything is refused at once for this long: else all who wait for it would
     * hold their threads for {@link #DELIVERY_MAX} each, and a queue would grow behind them.
     */
    static final Duration REFUSING = Duration.ofMillis(500);

    private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
    private static final Duration LINGER = Duration.ofMillis(3);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);
    private static final long BUFFER_BYTES = 32L << 20;
    private static final int BATCH_BYTES = 128 << 10;

    private final String bootstrap;
    private final AtomicLong timedOutNanos = new AtomicLong(System.nanoTime() - REFUSING.toNanos());
    private KafkaProducer<String, byte[]> producer;
    private boolean closed;

    private EventPublisher(String bootstrap) {
        this.bootstrap = Objects.requireNonNull(bootstrap, "bootstrap is null");
    }

    /** @param bootstrap host:port list */
    public static EventPublisher to(String bootstrap) {
        return new EventPublisher(bootstrap);
    }

    /**
     * Stores events of one contract.
     *
     * @throws Unavailable when any of them could not be stored; some of the others may have been, and sending all of
     *     them again is the remedy
     */
    public <T extends SpecificRecordBase> void publish(Contract<T> contract, List<T> events) {
        publish(events.stream().map(event -> Outgoing.of(contract, event)).toList());
    }

    /**
     * Stores events, in this order.
     *
     * @throws Unavailable as above
     */
    public void publish(List<Outgoing> events) {
        if (events.isEmpty()) {
            return;
        }
        if (System.nanoTime() - timedOutNanos.get() < REFUSING.toNanos()) {
            throw new Unavailable("Kafka is away: nothing was acknowledged, send it again", null);
        }
        try {
            store(events);
        } catch (Unavailable e) {
            if (e.getCause() == null || e.getCause() instanceof TimeoutException) {
                timedOutNanos.set(System.nanoTime());
            }
            throw e;
        }
    }

    private void store(List<Outgoing> events) {
        Deliveries deliveries = new Deliveries(events.size());
        try {
            KafkaProducer<String, byte[]> target = producer();
            for (Outgoing event : events) {
                send(target, event, deliveries);
                // While Kafka is away each send would wait its full time: the first failure decides for all.
                deliveries.throwIfFailed();
            }
            deliveries.await(DELIVERY_MAX.plus(BLOCK_MAX));
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted before Kafka had everything", e);
        } catch (KafkaException | IllegalStateException e) {
            throw new Unavailable("Kafka is away: nothing was acknowledged, send it again", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (producer != null) {
            producer.close(CLOSE_MAX);
            producer = null;
        }
    }

    private void send(KafkaProducer<String, byte[]> target, Outgoing event, Deliveries deliveries) {
        try {
            target.send(new ProducerRecord<>(event.topic(), event.key(), event.bytes()), deliveries);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            // What a producer throws here, rather than hands to the callback, it never recovers from.
            discard(target);
            throw e;
        }
    }

    private synchronized void discard(KafkaProducer<String, byte[]> broken) {
        if (producer == broken) {
            producer = null;
            broken.close(Duration.ZERO);
        }
    }

    /** Made at the first use, because making one fails while the broker's name cannot be resolved. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        if (closed) {
            throw new IllegalStateException("publisher is closed");
        }
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "hathor-gateway");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, (int) LINGER.toMillis());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MAX.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_MAX.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_MAX.toMillis());
        settings.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, ANSWER_MAX.toMillis());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
