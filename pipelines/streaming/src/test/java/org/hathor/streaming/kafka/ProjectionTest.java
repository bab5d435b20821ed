package org.hathor.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.MalformedEventException;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final Instant STARTED_AT = Instant.parse("2026-01-31T12:00:00.123Z");

    @Test
    void theFieldsAskedForComeInTheirOrder() {
        byte[] bytes = Contracts.LISTEN.encode(Listen.newBuilder()
                .setListenId("l")
                .setUserId("u")
                .setTrackId("t")
                .setStartedAt(STARTED_AT)
                .setMsPlayed(7)
                .setClient("c")
                .setEndReason(EndReason.SKIPPED)
                .setReceivedAt(STARTED_AT.plusSeconds(9))
                .build());

        List<Object> read = projection("receivedAt", "endReason", "artistId", "userId", "startedAt", "offline")
                .decoder()
                .decode(bytes);

        assertThat(read).hasSize(6).satisfies(values -> {
            assertThat(values.get(0)).isEqualTo(STARTED_AT.plusSeconds(9).toEpochMilli());
            assertThat(values.get(1)).hasToString("SKIPPED");
            assertThat(values.get(2)).isNull();
            assertThat(values.get(3)).isEqualTo("u");
            assertThat(values.get(4)).isEqualTo(STARTED_AT.toEpochMilli());
            assertThat(values.get(5)).isEqualTo(false);
        });
    }

    @Test
    void aFieldThatIsNoneIsFoundOutAtOnce() {
        assertThatNullPointerException()
                .isThrownBy(() -> projection("userId", "shoeSize"))
                .withMessageContaining("shoeSize");
    }

    @Test
    void otherBytesAreMalformed() {
        Projection.Decoder<List<Object>> decoder = projection("userId").decoder();

        assertThatThrownBy(() -> decoder.decode("no event".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("Listen");
        assertThatThrownBy(() -> decoder.decode(new byte[0])).isInstanceOf(MalformedEventException.class);
    }

    private static Projection<Listen, List<Object>> projection(String... fields) {
        return new Projection<>(Listen.class, List.of(fields), event -> {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < fields.length; i++) {
                values.add(event.get(i));
            }
            return values;
        });
    }
}
