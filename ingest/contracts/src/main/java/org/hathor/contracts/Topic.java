package org.hathor.contracts;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A Kafka topic as its contract declares it.
 *
 * @param name {@code area.past-tense.vN}
 * @param keyField the schema field whose value is the message key
 * @param partitions how many partitions it is created with, 1 to 1,000
 * @param retention how long events are kept; empty for a compacted topic, which keeps the latest of each key
 */
public record Topic(String name, String keyField, int partitions, Optional<Duration> retention) {
    public Topic {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(keyField, "keyField is null");
        Objects.requireNonNull(retention, "retention is null");
        if (partitions < 1 || partitions > 1000) {
            throw new IllegalArgumentException(
                    "partitions of topic %s must be 1 to 1000, not %d".formatted(name, partitions));
        }
    }

    /** Whether Kafka keeps only the latest event of each key. */
    public boolean compacted() {
        return retention.isEmpty();
    }

    static Topic of(Schema schema) {
        String keyField = property(schema, "key");
        if (schema.getField(keyField) == null) {
            throw new IllegalArgumentException(
                    "schema %s names %s as its key, but has no such field".formatted(schema.getFullName(), keyField));
        }
        String retention = property(schema, "retention");
        return new Topic(
                property(schema, "topic"),
                keyField,
                Integer.parseInt(property(schema, "partitions")),
                retention.equals("compact") ? Optional.empty() : Optional.of(Duration.parse(retention)));
    }

    private static String property(Schema schema, String name) {
        Object value = schema.getObjectProp(name);
        if (value == null) {
            throw new IllegalArgumentException("schema %s lacks the property %s".formatted(schema.getFullName(), name));
        }
        return value.toString();
    }
}
