package org.hathor.streaming.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
    /** Each step adds an id with an hour, or, where the hour is a multiple of 5, forgets up to that hour. */
    @Property
    void itIsAsGoodAsAMap(
            @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 120) Integer> ids,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 30) Integer> hours)
            throws IOException {
        SeenIds seen = new SeenIds();
        Map<Integer, Integer> oracle = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            int hour = hours.get(i % hours.size());
            if (hour % 5 == 0) {
                seen.removeUntil(hour);
                oracle.values().removeIf(until -> until <= hour);
            } else {
                assertThat(seen.add(id(id), hour)).isEqualTo(oracle.putIfAbsent(id, hour) == null);
            }
            assertThat(seen.isEmpty()).isEqualTo(oracle.isEmpty());
            if (i % 50 == 0) {
                seen = throughSerializer(seen);
            }
        }
        SeenIds copy = SeenIds.Serializer.INSTANCE.copy(seen);
        for (int id = 0; id <= 120; id++) {
            assertThat(seen.add(id(id), 99)).isEqualTo(!oracle.containsKey(id));
        }
        for (int id = 0; id <= 120; id++) {
            assertThat(copy.add(id(id), 99))
                    .as("a copy knows nothing of what came later")
                    .isEqualTo(!oracle.containsKey(id));
        }
    }

    @Test
    void thousandsOfSequentialIdsAreFoundAgain() throws IOException {
        SeenIds seen = new SeenIds();
        for (int i = 0; i < 20_000; i++) {
            assertThat(seen.add(new EventId(0, i), 7)).isTrue();
        }
        seen = throughSerializer(seen);
        for (int i = 0; i < 20_000; i++) {
            assertThat(seen.add(new EventId(0, i), 7)).isFalse();
        }
        assertThat(seen.lastHourAdded()).isEqualTo(7);
    }

    /** Some ids are UUIDs, some any text. */
    private static EventId id(int number) {
        return EventId.of(number % 2 == 0 ? new UUID(number, -number).toString() : "listen " + number);
    }

    private static SeenIds throughSerializer(SeenIds ids) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SeenIds.Serializer.INSTANCE.serialize(ids, out);
        return SeenIds.Serializer.INSTANCE.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
