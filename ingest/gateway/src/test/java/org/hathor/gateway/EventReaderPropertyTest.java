package org.hathor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.UserId;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;

/** Whatever comes in: each event is either taken and right, or refused and kept. */
final class EventReaderPropertyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Sender ANNA = new Sender(new UserId("anna"), Sender.Reach.SELF);

    private final EventChecks checks = new EventChecks(Clock.fixed(NOW, ZoneOffset.UTC));
    private final EventReader reader = new EventReader(new EventForms(checks));

    @Property(tries = 500)
    void everyEventIsTakenOrKeptAsADeadLetter(
            @ForAll @Size(max = 20) List<@net.jqwik.api.From("events") String> events) {
        Intake intake = read('[' + String.join(", ", events) + ']');

        Outcome outcome = intake.outcome();
        assertThat(outcome.accepted() + outcome.rejected().size()).isEqualTo(events.size());
        List<String> originals = intake.outgoing().stream()
                .filter(out -> out.topic().equals("dead-letters"))
                .map(out -> Contracts.DEAD_LETTER.decode(out.bytes()))
                .map(EventReaderPropertyTest::original)
                .toList();
        assertThat(originals)
                .containsExactlyElementsOf(outcome.rejected().stream()
                        .map(rejection -> events.get(rejection.index()))
                        .toList());
        intake.outgoing().stream()
                .filter(out -> out.topic().equals("playback.listened.v1"))
                .map(out -> Contracts.LISTEN.decode(out.bytes()))
                .forEach(this::assertRight);
    }

    @Property(tries = 500)
    void noBytesMakeItFailInAnyOtherWay(@ForAll @Size(max = 200) byte[] body) {
        try {
            reader.read(body, ANNA, NOW, new Intake("test", ANNA, NOW, new KnownDescriptions()));
        } catch (MalformedBodyException malformed) {
            assertThat(malformed.getMessage()).isNotBlank();
        }
    }

    private void assertRight(Listen listen) {
        assertThat(checks.check(listen)).isEmpty();
        assertThat(listen.getUserId()).isEqualTo("anna");
        assertThat(listen.getReceivedAt()).isEqualTo(NOW);
        assertThat(listen.getStartedAt()).isBetween(EventChecks.EARLIEST, NOW.plus(EventChecks.CLOCK_SKEW_MAX));
        assertThat(listen.getMsPlayed()).isBetween(0L, EventChecks.LENGTH_MS_MAX);
    }

    @Provide
    Arbitrary<String> events() {
        Arbitrary<String> fields = Arbitraries.of(
                List.of("listenId", "userId", "trackId", "startedAt", "msPlayed", "trackLengthMs", "country", "x"));
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.longs().between(-10, 400_000).map(String::valueOf),
                Arbitraries.doubles().ofScale(2).map(String::valueOf),
                Arbitraries.of("true", "null", "[]", "{\"a\":[1,{}]}", "\"anna\"", "\"bert\"", "\"FR\"", "\"\\u00e9\""),
                Arbitraries.strings().alpha().ofMaxLength(200).map(text -> '"' + text + '"'));
        return Arbitraries.maps(fields, values).ofMaxSize(4).map(EventReaderPropertyTest::listen);
    }

    private static String listen(Map<String, String> changes) {
        Map<String, String> fields = new java.util.LinkedHashMap<>(Map.of(
                "type", "\"listen\"",
                "listenId", "\"1\"",
                "trackId", "\"t\"",
                "startedAt", "1772366220000",
                "msPlayed", "30000"));
        fields.putAll(changes);
        StringBuilder json = new StringBuilder();
        fields.forEach((name, value) -> json.append(json.isEmpty() ? "{" : ", ")
                .append('"')
                .append(name)
                .append("\": ")
                .append(value));
        return json.append('}').toString();
    }

    private static String original(DeadLetter letter) {
        return StandardCharsets.UTF_8.decode(letter.getOriginal()).toString();
    }

    private Intake read(String json) {
        Intake intake = new Intake("test", ANNA, NOW, new KnownDescriptions());
        reader.read(json.getBytes(StandardCharsets.UTF_8), ANNA, NOW, intake);
        return intake;
    }
}
