package org.hathor.gateway;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.hathor.contracts.Contract;

/**
 * An event ready for Kafka.
 *
 * @param topic where it goes
 * @param key what decides its partition
 * @param bytes the event in its contract's encoding; not copied, not to be changed
 */
public record Outgoing(String topic, String key, byte[] bytes) {
    public Outgoing {
        Objects.requireNonNull(topic, "topic is null");
        Objects.requireNonNull(key, "key is null");
        Objects.requireNonNull(bytes, "bytes is null");
    }

    /** @throws NullPointerException when the event lacks a field that its schema requires */
    public static <T extends SpecificRecordBase> Outgoing of(Contract<T> contract, T event) {
        return new Outgoing(contract.topic().name(), contract.key(event), contract.encode(event));
    }
}
