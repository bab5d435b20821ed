package org.hathor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.UserId;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;
import org.hathor.engines.TestEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gateway and a real broker. Each test writes as a user of its own. */
final class GatewayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BOOTSTRAP = TestEngines.kafkaBootstrap();
    private static final EventPublisher PUBLISHER = EventPublisher.to(BOOTSTRAP);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Gateway gateway = new Gateway(PUBLISHER, meters, Clock.fixed(NOW, ZoneOffset.UTC));
    private final TopicReader topics = new TopicReader(BOOTSTRAP);

    @BeforeAll
    static void makeTopics() {
        KafkaTopics.ensure(BOOTSTRAP);
    }

    @AfterAll
    static void close() {
        PUBLISHER.close();
    }

    @Test
    void topicsAreAsTheirContractsDeclareThemAndMakingThemAgainChangesNothing() throws Exception {
        KafkaTopics.ensure(BOOTSTRAP);

        try (Admin admin = Admin.create(java.util.Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, BOOTSTRAP))) {
            for (Contract<?> contract : Contracts.all()) {
                String name = contract.topic().name();
                var description = admin.describeTopics(List.of(name))
                        .allTopicNames()
                        .get()
                        .get(name);
                assertThat(description.partitions()).hasSize(contract.topic().partitions());
                assertThat(setting(admin, name, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG))
                        .isEqualTo("LogAppendTime");
                assertThat(setting(admin, name, TopicConfig.CLEANUP_POLICY_CONFIG))
                        .isEqualTo(contract.topic().compacted() ? "compact" : "delete");
                if (!contract.topic().compacted()) {
                    assertThat(setting(admin, name, TopicConfig.RETENTION_MS_CONFIG))
                            .isEqualTo(Long.toString(
                                    contract.topic().retention().orElseThrow().toMillis()));
                }
            }
        }
    }

    @Test
    void whatIsAcknowledgedIsInKafkaInTheOrderItCame() {
        Sender sender = new Sender(new UserId("in-order"), Sender.Reach.SELF);
        String body = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        "{\"type\":\"listen\",\"listenId\":\"%d\",\"trackId\":\"t\",\"startedAt\":\"2019-01-01T00:00:00Z\",\"msPlayed\":%d}"
                                .formatted(i, i))
                .collect(java.util.stream.Collectors.joining(",", "{\"events\":[", "]}"));

        Outcome outcome = gateway.takeEvents(bytes(body), sender, "test");

        assertThat(outcome).isEqualTo(new Outcome(1_000, List.of()));
        assertThat(listens("in-order"))
                .extracting(Listen::getListenId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 1_000).mapToObj(Integer::toString).toList());
        assertThat(topics.records("playback.listened.v1"))
                .as("stamped on arrival, so that retention does not count from 2019")
                .allSatisfy(consumed -> {
                    assertThat(consumed.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                    assertThat(consumed.timestamp())
                            .isGreaterThan(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
                });
        assertThat(meters.counter("hathor.gateway.accepted").count()).isEqualTo(1_000);
    }

    @Test
    void whatIsRefusedIsADeadLetterAndCountedByReason() {
        Sender sender = new Sender(new UserId("refused"), Sender.Reach.SELF);
        String future =
                "{\"type\":\"listen\",\"listenId\":\"x\",\"trackId\":\"t\",\"startedAt\":\"2026-03-02T00:00:00Z\",\"msPlayed\":1}";

        gateway.takeEvents(bytes("[" + future + "," + future + "]"), sender, "POST /there");
        assertThatThrownBy(() -> gateway.takeEvents(bytes("{oops"), sender, "POST /there"))
                .isInstanceOf(MalformedBodyException.class);

        assertThat(letters("refused"))
                .extracting(DeadLetter::getCode, DeadLetter::getField, DeadLetter::getOrigin, GatewayTest::original)
                .containsExactly(
                        tuple("STARTED_IN_FUTURE", "startedAt", "POST /there", future),
                        tuple("STARTED_IN_FUTURE", "startedAt", "POST /there", future),
                        tuple("MALFORMED_JSON", null, "POST /there", "{oops"));
        assertThat(letters("refused").get(0).getReason()).contains("set the client's clock");
        assertThat(meters.counter("hathor.gateway.rejected", "code", "STARTED_IN_FUTURE")
                        .count())
                .isEqualTo(2);
        assertThat(meters.counter("hathor.gateway.rejected", "code", "MALFORMED_JSON")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aHugeOriginalIsCutInTheDeadLetters() {
        Sender sender = new Sender(new UserId("huge"), Sender.Reach.SELF);
        String huge = "{\"type\":\"listen\",\"x\":\"" + "y".repeat(200_000) + "\"}";

        gateway.takeEvents(bytes(huge), sender, "test");

        DeadLetter letter = letters("huge").get(0);
        assertThat(letter.getOriginal().remaining()).isEqualTo(Intake.ORIGINAL_BYTES_MAX);
        assertThat(letter.getReason()).contains("first 65536 bytes are kept");
    }

    @Test
    void aScrobbleSentTwiceHasOneIdAndCountsWhatItsProtocolGuarantees() {
        Sender sender = new Sender(new UserId("scrobbler"), Sender.Reach.SELF);
        Scrobble once = scrobble("Can", "Vitamin C", 210_000L, null);
        Scrobble again = scrobble("CAN ", "vitamin  c", 210_000L, null);

        assertThat(gateway.takeScrobbles(List.of(once, again), sender, "test").accepted())
                .isEqualTo(2);
        gateway.takeScrobbles(List.of(scrobble("Can", "Halleluhwah", 1_112_000L, null)), sender, "test");
        gateway.takeScrobbles(List.of(scrobble("Can", "Moonshake", null, null)), sender, "test");
        gateway.takeScrobbles(List.of(scrobble("Can", "Spoon", 180_000L, 12_345L)), sender, "test");

        List<Listen> listens = listens("scrobbler");
        assertThat(listens.get(0).getListenId()).isEqualTo(listens.get(1).getListenId());
        assertThat(listens.get(0).getTrackId()).isEqualTo(listens.get(1).getTrackId());
        assertThat(listens)
                .extracting(Listen::getMsPlayed)
                .containsExactly(105_000L, 105_000L, 240_000L, 30_000L, 12_345L);
    }

    @Test
    void scrobblesAreTakenAllOrNone() {
        Sender sender = new Sender(new UserId("all-or-none"), Sender.Reach.SELF);
        Scrobble wrong = scrobble("Can", "x".repeat(20_000), null, null);

        Outcome outcome = gateway.takeScrobbles(List.of(scrobble("Can", "Spoon", null, null), wrong), sender, "test");

        assertThat(outcome.accepted()).isZero();
        assertThat(outcome.rejected()).extracting(Rejection::index).containsExactly(1);
        assertThat(listens("all-or-none")).isEmpty();
        assertThat(letters("all-or-none")).hasSize(1);
    }

    @Test
    void whatIsHeardNowIsNoListen() {
        Sender sender = new Sender(new UserId("hearing"), Sender.Reach.SELF);

        gateway.takeNowPlaying(scrobble("Can", "Spoon", 180_000L, null), sender, "test");

        assertThat(listens("hearing")).isEmpty();
        assertThat(topics.all(Contracts.NOW_PLAYING))
                .filteredOn(event -> event.getUserId().equals("hearing"))
                .extracting(NowPlaying::getExpiresAt)
                .containsExactly(
                        Instant.parse("2026-02-28T20:00:00Z").plusSeconds(180).plus(EventForms.GRACE));
    }

    @Test
    void importersPublishTypedEvents() {
        Listen listen = Listen.newBuilder()
                .setListenId("typed-1")
                .setUserId("typed")
                .setTrackId("t")
                .setStartedAt(Instant.parse("2015-05-05T05:05:05Z"))
                .setMsPlayed(1)
                .setReceivedAt(NOW)
                .build();

        PUBLISHER.publish(Contracts.LISTEN, List.of(listen));

        assertThat(new EventChecks(Clock.fixed(NOW, ZoneOffset.UTC)).check(listen))
                .isEmpty();
        assertThat(listens("typed")).containsExactly(listen);
    }

    private static Scrobble scrobble(String artist, String track, Long lengthMs, Long msPlayed) {
        return new Scrobble(
                artist,
                track,
                null,
                Instant.parse("2026-02-28T20:00:00Z"),
                lengthMs,
                msPlayed,
                null,
                "test 1",
                bytes("{}"));
    }

    private List<Listen> listens(String user) {
        return topics.all(Contracts.LISTEN).stream()
                .filter(listen -> listen.getUserId().equals(user))
                .toList();
    }

    private List<DeadLetter> letters(String user) {
        return topics.all(Contracts.DEAD_LETTER).stream()
                .filter(letter -> letter.getUserId().equals(user))
                .toList();
    }

    private static String original(DeadLetter letter) {
        return StandardCharsets.UTF_8.decode(letter.getOriginal().duplicate()).toString();
    }

    private static String setting(Admin admin, String topic, String name)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
