package org.hathor.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.types.Either;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;
import org.hathor.streaming.Listens;
import org.junit.jupiter.api.Test;

class EventDeserializerTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:20:00Z");

    @Test
    void eventIsReadAsItWasWritten() {
        Listen listen = Listens.listen("ada", "1", NOW, Duration.ofMinutes(3));

        assertThat(read(Contracts.LISTEN.encode(listen)).left()).isEqualTo(listen);
    }

    @Test
    void whatCannotBeReadBecomesLetterThatKnowsWhereItLay() {
        byte[] bytes = "no listen".getBytes(StandardCharsets.UTF_8);

        DeadLetter letter = read(bytes).right();

        assertThat(letter.getOrigin()).isEqualTo("playback.listened.v1/4@17");
        assertThat(letter.getCode()).isEqualTo("UNREADABLE_EVENT");
        assertThat(letter.getOriginal()).isEqualTo(ByteBuffer.wrap(bytes));
        assertThat(read(bytes).right().getLetterId()).as("read again").isEqualTo(letter.getLetterId());
    }

    @Test
    void truncatedEventAndTombstoneAreLetters() {
        byte[] whole = Contracts.LISTEN.encode(Listens.listen("ada", "1", NOW, Duration.ofMinutes(3)));

        assertThat(read(java.util.Arrays.copyOf(whole, whole.length / 2)).isRight())
                .isTrue();
        assertThat(read(null).isRight()).isTrue();
    }

    private static Either<Listen, DeadLetter> read(byte[] value) {
        EventDeserializer<Listen> deserializer = new EventDeserializer<>(Listen.class);
        deserializer.open(null);
        List<Either<Listen, DeadLetter>> out = new ArrayList<>();
        deserializer.deserialize(
                new ConsumerRecord<>("playback.listened.v1", 4, 17, new byte[0], value), new ListCollector<>(out));
        assertThat(out).hasSize(1);
        return out.get(0);
    }
}
