package org.hathor.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
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

    /** Skimming must read what Avro's own resolving reader reads, for every field and any event. */
    @Property(tries = 300)
    void whatIsSkimmedIsWhatAvroReads(
            @ForAll String text,
            @ForAll("maybe") String maybe,
            @ForAll long number,
            @ForAll EndReason endReason,
            @ForAll("flags") Boolean offline)
            throws IOException {
        Listen listen = Listen.newBuilder()
                .setListenId(text)
                .setUserId("u" + text)
                .setTrackId(text + text)
                .setArtistId(maybe)
                .setStartedAt(Instant.ofEpochMilli(number / 1000))
                .setMsPlayed(number)
                .setTrackLengthMs(maybe == null ? null : number)
                .setCountry(maybe)
                .setClient(maybe)
                .setEndReason(endReason)
                .setOffline(offline)
                .setReceivedAt(Instant.ofEpochMilli(-number / 1000))
                .build();
        byte[] bytes = Contracts.LISTEN.encode(listen);
        String[] fields = Contracts.LISTEN.schema().getFields().stream()
                .map(Schema.Field::name)
                .toArray(String[]::new);
        GenericRecord whole = new GenericDatumReader<GenericRecord>(Contracts.LISTEN.schema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 10, bytes.length - 10, null));

        List<Object> read = projection(fields).decoder().decode(bytes);

        for (int i = 0; i < fields.length; i++) {
            Object expected = whole.get(fields[i]);
            assertThat(read.get(i) == null ? null : read.get(i).toString())
                    .as(fields[i])
                    .isEqualTo(expected == null ? null : expected.toString());
        }
    }

    @Provide
    Arbitrary<String> maybe() {
        return Arbitraries.strings().injectNull(0.3);
    }

    @Provide
    Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    @Property(tries = 200)
    void anEventCutShortIsMalformed(@ForAll @IntRange(min = 0, max = 59) int length) {
        byte[] bytes = Contracts.LISTEN.encode(Listen.newBuilder()
                .setListenId("0f8fad5b-d9cb-469f-a165-70867728950e")
                .setUserId("u")
                .setTrackId("t")
                .setStartedAt(STARTED_AT)
                .setMsPlayed(7)
                .setReceivedAt(STARTED_AT)
                .build());

        assertThatThrownBy(() -> projection("userId").decoder().decode(Arrays.copyOf(bytes, length)))
                .isInstanceOf(MalformedEventException.class);
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
