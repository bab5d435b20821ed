package org.hathor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.UserId;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;
import org.hathor.contracts.playback.SubscriptionTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Sender ANNA = new Sender(new UserId("anna"), Sender.Reach.SELF);
    private static final Sender IMPORTER = new Sender(new UserId("importer"), Sender.Reach.EVERYONE);

    private final EventReader reader =
            new EventReader(new EventForms(new EventChecks(Clock.fixed(NOW, ZoneOffset.UTC))));
    private final KnownDescriptions known = new KnownDescriptions();

    @Test
    void aListenWithEveryFieldBecomesThatListen() {
        Intake intake = read(
                """
                {"type":"listen","listenId":"l-1","userId":"anna","trackId":"t-1","artistId":"a-1",
                 "startedAt":"2026-03-01T13:57:00.250+02:00","msPlayed":170000,"trackLengthMs":180000,
                 "source":"playlist","sourceId":"p-9","device":"phone","client":"tin 1.0","country":"de",
                 "subscriptionTier":"premium","endReason":"FINISHED","offline":true}
                """,
                ANNA);

        assertThat(intake.outcome()).isEqualTo(new Outcome(1, List.of()));
        assertThat(Contracts.LISTEN.decode(intake.outgoing().get(0).bytes()))
                .isEqualTo(new Listen(
                        "l-1",
                        "anna",
                        "t-1",
                        "a-1",
                        Instant.parse("2026-03-01T11:57:00.250Z"),
                        170_000L,
                        180_000L,
                        "playlist",
                        "p-9",
                        "phone",
                        "tin 1.0",
                        "DE",
                        SubscriptionTier.PREMIUM,
                        EndReason.FINISHED,
                        true,
                        NOW));
        assertThat(intake.outgoing().get(0).key()).isEqualTo("anna");
        assertThat(intake.outgoing().get(0).topic()).isEqualTo("playback.listened.v1");
    }

    @Test
    void aTrackByNameGetsItsIdsFromTheNamesAndIsDescribedOnce() {
        Intake intake = read(
                """
                [{"startedAt":1772366220000,"msPlayed":1,"type":"listen","listenId":"1","artistName":"Rick  Astley","trackName":"Never"},
                 {"startedAt":1772366220000,"msPlayed":1,"type":"listen","listenId":"2","artistName":"rick astley","trackName":"NEVER"}]
                """,
                ANNA);

        assertThat(intake.outcome().accepted()).isEqualTo(2);
        assertThat(topics(intake))
                .containsExactly(
                        "playback.listened.v1",
                        "catalogue.described.v1",
                        "catalogue.described.v1",
                        "playback.listened.v1");
        CatalogueEntry track =
                Contracts.CATALOGUE_ENTRY.decode(intake.outgoing().get(1).bytes());
        assertThat(track.getEntryId())
                .isEqualTo(NameIdentity.track("Rick Astley", "Never").value());
        assertThat(track.getName()).isEqualTo("Never");
        assertThat(track.getArtistId())
                .isEqualTo(NameIdentity.artist("Rick Astley").value());

        intake.descriptions().forEach(known::remember);
        assertThat(topics(
                        read("{\"type\":\"nowPlaying\",\"artistName\":\"Rick Astley\",\"trackName\":\"Never\"}", ANNA)))
                .as("what the catalogue knows is not told again")
                .containsExactly("playback.started.v1");
    }

    @Test
    void whatIsBeingHeardExpiresWhenTheTrackEnds() {
        NowPlaying known = nowPlaying(
                "{\"type\":\"nowPlaying\",\"trackId\":\"t\",\"startedAt\":\"2026-03-01T11:59:00Z\",\"trackLengthMs\":180000}");
        assertThat(known.getExpiresAt())
                .isEqualTo(Instant.parse("2026-03-01T12:02:00Z").plus(EventForms.GRACE));

        NowPlaying unknown = nowPlaying("{\"type\":\"nowPlaying\",\"trackId\":\"t\"}");
        assertThat(unknown.getStartedAt()).isEqualTo(NOW);
        assertThat(unknown.getExpiresAt())
                .isEqualTo(NOW.plus(EventForms.UNKNOWN_LENGTH).plus(EventForms.GRACE));
    }

    @Test
    void aReactionIsAboutATrackUnlessItSaysOtherwise() {
        Intake intake = read(
                """
                [{"type":"reaction","reactionId":"r1","kind":"like","targetId":"t-1","occurredAt":1772366220000},
                 {"type":"reaction","reactionId":"r2","kind":"FOLLOW","targetType":"artist","targetId":"a-1","occurredAt":1772366220000}]
                """,
                ANNA);

        assertThat(intake.outgoing())
                .extracting(out -> Contracts.REACTION.decode(out.bytes()))
                .extracting(Reaction::getKind, Reaction::getTargetType)
                .containsExactly(
                        tuple(ReactionKind.LIKE, TargetType.TRACK), tuple(ReactionKind.FOLLOW, TargetType.ARTIST));
    }

    @Test
    void onlyATrustedSourceDescribesTheCatalogue() {
        String track =
                "{\"type\":\"track\",\"name\":\"So What\",\"artistName\":\"Miles Davis\",\"lengthMs\":562000,\"genres\":[\"jazz\"],\"releaseYear\":1959}";

        CatalogueEntry entry = Contracts.CATALOGUE_ENTRY.decode(
                read(track, IMPORTER).outgoing().get(0).bytes());
        assertThat(entry.getEntryId())
                .isEqualTo(NameIdentity.track("Miles Davis", "So What").value());
        assertThat(entry.getGenres()).containsExactly("jazz");
        assertThat(read(track, ANNA).outcome().rejected())
                .extracting(rejection -> rejection.fault().code())
                .containsExactly(RejectionCode.FORBIDDEN_CATALOGUE);
    }

    @Test
    void eachEventIsJudgedAloneAndTheRefusedGoToTheDeadLettersAsTheyCame() {
        Intake intake = read(
                """
                {"events":[
                  {"type":"listen","listenId":"1","trackId":"t","startedAt":1772366220000,"msPlayed":1},
                  {"type":"listen","listenId":"2","trackId":"t","startedAt":1772366220000,  "msPlayed":-5},
                  "what?",
                  {"type":"listen","listenId":"4","trackId":"t","startedAt":1772366220000,"msPlayed":1,"mood":{"a":[1]}}
                ]}
                """,
                ANNA);

        assertThat(intake.outcome().accepted()).isEqualTo(1);
        assertThat(intake.outcome().rejected())
                .extracting(
                        Rejection::index, r -> r.fault().code(), r -> r.fault().field())
                .containsExactly(
                        tuple(1, RejectionCode.OUT_OF_RANGE, "msPlayed"),
                        tuple(2, RejectionCode.NOT_AN_OBJECT, null),
                        tuple(3, RejectionCode.UNKNOWN_FIELD, "mood"));
        List<DeadLetter> letters = intake.outgoing().stream()
                .filter(out -> out.topic().equals("dead-letters"))
                .map(out -> Contracts.DEAD_LETTER.decode(out.bytes()))
                .toList();
        assertThat(letters)
                .extracting(letter ->
                        StandardCharsets.UTF_8.decode(letter.getOriginal()).toString())
                .containsExactly(
                        "{\"type\":\"listen\",\"listenId\":\"2\",\"trackId\":\"t\",\"startedAt\":1772366220000,  \"msPlayed\":-5}",
                        "\"what?\"",
                        "{\"type\":\"listen\",\"listenId\":\"4\",\"trackId\":\"t\",\"startedAt\":1772366220000,\"msPlayed\":1,\"mood\":{\"a\":[1]}}");
        assertThat(letters.get(0).getCode()).isEqualTo("OUT_OF_RANGE");
        assertThat(letters.get(0).getUserId()).isEqualTo("anna");
    }

    /** A listen that is right but for one field. */
    @ParameterizedTest(name = "{0}: {1} -> {2} {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "listenId       | null                       | MISSING_FIELD     | listenId",
                "listenId       | 7                          | WRONG_TYPE        | listenId",
                "listenId       | \"\"                       | INVALID_ID        | listenId",
                "listenId       | \"a b\"                    | INVALID_ID        | listenId",
                "listenId       | \"ä\"                      | INVALID_ID        | listenId",
                "userId         | \"bert\"                   | FORBIDDEN_USER    | userId",
                "userId         | [1]                        | WRONG_TYPE        | userId",
                "trackId        | null                       | MISSING_FIELD     | trackId",
                "trackName      | \"x\"                      | AMBIGUOUS_TRACK   | trackId",
                "startedAt      | null                       | MISSING_FIELD     | startedAt",
                "startedAt      | \"yesterday\"              | INVALID_TIME      | startedAt",
                "startedAt      | \"2026-03-01T12:00:00\"    | INVALID_TIME      | startedAt",
                "startedAt      | true                       | INVALID_TIME      | startedAt",
                "startedAt      | 1.5                        | INVALID_TIME      | startedAt",
                "startedAt      | 9223372036854775807        | INVALID_TIME      | startedAt",
                "startedAt      | 99999999999999999999       | INVALID_TIME      | startedAt",
                "startedAt      | \"+1000000000-12-31T23:59:59.999999999Z\" | INVALID_TIME | startedAt",
                "startedAt      | \"2026-03-01T12:05:01Z\"   | STARTED_IN_FUTURE | startedAt",
                "startedAt      | \"1999-12-31T23:59:59Z\"   | TOO_OLD           | startedAt",
                "startedAt      | 1772366220                 | TOO_OLD           | startedAt",
                "msPlayed       | null                       | MISSING_FIELD     | msPlayed",
                "msPlayed       | \"1\"                      | WRONG_TYPE        | msPlayed",
                "msPlayed       | 1.0                        | WRONG_TYPE        | msPlayed",
                "msPlayed       | -1                         | OUT_OF_RANGE      | msPlayed",
                "msPlayed       | 86400001                   | TOO_LONG          | msPlayed",
                "msPlayed       | 220001                     | LONGER_THAN_TRACK | msPlayed",
                "trackLengthMs  | 0                          | OUT_OF_RANGE      | trackLengthMs",
                "trackLengthMs  | 86400001                   | OUT_OF_RANGE      | trackLengthMs",
                "country        | \"XX\"                     | INVALID_COUNTRY   | country",
                "country        | \"Germany\"                | INVALID_COUNTRY   | country",
                "subscriptionTier | \"GOLD\"                 | UNKNOWN_VALUE     | subscriptionTier",
                "endReason      | \"DONE\"                   | UNKNOWN_VALUE     | endReason",
                "offline        | \"yes\"                    | WRONG_TYPE        | offline",
                "source         | \"a\\u0000b\"              | INVALID_TEXT      | source",
                "receivedAt     | 1                          | UNKNOWN_FIELD     | receivedAt",
                "genres         | [\"jazz\"]                 | UNKNOWN_FIELD     | genres",
                "type           | \"play\"                   | UNKNOWN_TYPE      | type",
                "type           | null                       | UNKNOWN_TYPE      | type",
                "device         | {\"a\":1}                  | WRONG_TYPE        | device",
            })
    void aWrongFieldIsNamed(String field, String value, RejectionCode code, String named) {
        assertThat(read(listenBut(field, value), ANNA).outcome().rejected())
                .extracting(r -> r.fault().code(), r -> r.fault().field())
                .containsExactly(tuple(code, named));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "startedAt      | \"2026-03-01T12:05:00Z\"",
                "startedAt      | \"2000-01-01T00:00:00Z\"",
                "startedAt      | 946684800000",
                "startedAt      | \"2026-03-01T10:00:00-02:00\"",
                "msPlayed       | 0",
                "msPlayed       | 220000",
                "trackLengthMs  | null",
                "country        | \"de\"",
                "subscriptionTier | \"premium_streamer\"",
                "offline        | null",
                "userId         | \"anna\"",
            })
    void whatIsJustRightIsTaken(String field, String value) {
        assertThat(read(listenBut(field, value), ANNA).outcome()).isEqualTo(new Outcome(1, List.of()));
    }

    @Test
    void aShortTrackMayOverrunByFiveSeconds() {
        String listen =
                "{\"type\":\"listen\",\"listenId\":\"1\",\"trackId\":\"t\",\"startedAt\":1772366220000,\"trackLengthMs\":10000,\"msPlayed\":%d}";
        assertThat(read(listen.formatted(15_000), ANNA).outcome().accepted()).isEqualTo(1);
        assertThat(read(listen.formatted(15_001), ANNA).outcome().rejected())
                .extracting(r -> r.fault().code())
                .containsExactly(RejectionCode.LONGER_THAN_TRACK);
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        String twice =
                "{\"type\":\"listen\",\"listenId\":\"1\",\"trackId\":\"t\",\"startedAt\":1,\"startedAt\":1772366220000,\"msPlayed\":1}";
        assertThat(read(twice, ANNA).outcome().rejected())
                .extracting(r -> r.fault().code(), r -> r.fault().field())
                .containsExactly(tuple(RejectionCode.DUPLICATE_FIELD, "startedAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "7",
                "\"listen\"",
                "null",
                "{",
                "[",
                "[{}",
                "[{]",
                "{\"events\":[",
                "{\"events\":[]",
                "{\"events\":[],\"more\":1}",
                "[] []",
                "{\"type\":\"listen\",}",
                "{'type':'listen'}",
            })
    void aBodyInWhichEventsCannotBeToldApartIsRefusedAsAWhole(String body) {
        assertThatThrownBy(() -> read(body, ANNA))
                .isInstanceOfSatisfying(MalformedBodyException.class, malformed -> assertThat(malformed.code())
                        .isEqualTo(RejectionCode.MALFORMED_JSON));
    }

    @Test
    void anEmptyListIsNoFault() {
        assertThat(read("[]", ANNA).outcome()).isEqualTo(new Outcome(0, List.of()));
        assertThat(read("{\"events\":[]}", ANNA).outcome()).isEqualTo(new Outcome(0, List.of()));
    }

    @Test
    void aThousandEventsAreTakenAndOneMoreIsTooMany() {
        assertThat(read(listens(1_000), ANNA).outcome().accepted()).isEqualTo(1_000);
        assertThatThrownBy(() -> read(listens(1_001), ANNA))
                .isInstanceOfSatisfying(MalformedBodyException.class, malformed -> assertThat(malformed.code())
                        .isEqualTo(RejectionCode.TOO_MANY_EVENTS));
    }

    private static String listens(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"type\":\"listen\",\"listenId\":\"%d\",\"trackId\":\"t\",\"startedAt\":1772366220000,\"msPlayed\":1}"
                                .formatted(i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String listenBut(String field, String value) {
        List<String> fields = List.of(
                "type", "\"listen\"",
                "listenId", "\"l-1\"",
                "trackId", "\"t-1\"",
                "startedAt", "1772366220000",
                "msPlayed", "150000",
                "trackLengthMs", "200000");
        StringBuilder json = new StringBuilder("{\"%s\":%s".formatted(field, value));
        for (int i = 0; i < fields.size(); i += 2) {
            if (!fields.get(i).equals(field)) {
                json.append(",\"%s\":%s".formatted(fields.get(i), fields.get(i + 1)));
            }
        }
        return json.append('}').toString();
    }

    private NowPlaying nowPlaying(String json) {
        return Contracts.NOW_PLAYING.decode(read(json, ANNA).outgoing().get(0).bytes());
    }

    private static List<String> topics(Intake intake) {
        return intake.outgoing().stream().map(Outgoing::topic).toList();
    }

    private Intake read(String json, Sender sender) {
        Intake intake = new Intake("test", sender, NOW, known);
        reader.read(json.getBytes(StandardCharsets.UTF_8), sender, NOW, intake);
        return intake;
    }
}
