package org.hathor.streaming.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.live.TrendingList;
import org.hathor.contracts.playback.Listen;
import org.hathor.core.trending.EngagementWeights;
import org.hathor.engines.TestEngines;
import org.hathor.streaming.EventProducer;
import org.hathor.streaming.LatestByKey;
import org.hathor.streaming.LatestCheckpoint;
import org.hathor.streaming.LiveEngines;
import org.hathor.streaming.StreamingProcess;
import org.hathor.streaming.kafka.ContractTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job in a process of its own, between real engines, killed again and again. */
class TrendingEndToEndTest {
    private static final int ROUNDS = 3;
    private static final int EVENTS_A_ROUND = 3_000;
    private static final int TRACKS = 400;
    private static final int LISTED = 100;
    private static final double HALF_LIFE_MS = Duration.ofHours(6).toMillis();
    private static final double RELATIVE_ERROR_MAX = 1e-9;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Random random = new Random(5);

    @TempDir
    private Path data;

    private StreamingProcess streaming;
    private EventProducer producer;
    private RedisClient client;
    private RedisCommands<String, String> redis;

    private record Weighed(String trackId, String country, double weight, long atMs) {}

    @BeforeEach
    void start() throws Exception {
        Endpoints endpoints = LiveEngines.endpoints(data);
        ContractTopics.ensure(endpoints.kafkaBootstrap());
        producer = new EventProducer(endpoints.kafkaBootstrap());
        client = RedisClient.create(endpoints.redisUrl().toString());
        redis = client.connect().sync();
        streaming = new StreamingProcess(endpoints, data, TrendingJob.NAME);
    }

    @AfterEach
    void stop() throws Exception {
        streaming.close();
        System.out.println(streaming.said());
        producer.close();
        client.shutdown();
    }

    @Test
    void listsAreThoseOfThePlainListOfEventsHoweverOftenTheProcessDies() throws Exception {
        List<Weighed> engagements = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            streaming.start();
            List<Listen> listens = listens(round);
            List<Reaction> reactions = reactions(round);
            listens.forEach(listen -> engagements.add(new Weighed(
                    listen.getTrackId(),
                    listen.getCountry(),
                    EngagementWeights.of(listen),
                    listen.getStartedAt().toEpochMilli())));
            reactions.forEach(reaction -> engagements.add(new Weighed(
                    reaction.getTargetId(),
                    reaction.getCountry(),
                    EngagementWeights.of(reaction),
                    reaction.getOccurredAt().toEpochMilli())));
            producer.send(Contracts.LISTEN, listens);
            producer.send(Contracts.LISTEN, listens.subList(0, EVENTS_A_ROUND / 3));
            await().atMost(PATIENCE).until(() -> {
                assertThat(streaming.isAlive()).isTrue();
                return LatestCheckpoint.in(data.resolve("flink/checkpoints").resolve(TrendingJob.NAME))
                                .isPresent()
                        && redis.get(LiveKeys.trending("QX")) != null;
            });
            producer.send(Contracts.REACTION, reactions);
            producer.send(Contracts.REACTION, reactions.subList(0, reactions.size() / 2));
            streaming.kill();
        }
        streaming.start();

        for (String scope : List.of(LiveKeys.GLOBAL_SCOPE, "QX", "QY")) {
            await().atMost(PATIENCE).untilAsserted(() -> assertListIsExact(scope, engagements));
        }
        assertThat(redis.smembers(LiveKeys.TRENDING_SCOPES)).contains(LiveKeys.GLOBAL_SCOPE, "QX", "QY");
        await().atMost(PATIENCE).untilAsserted(() -> {
            TrendingList published = LatestByKey.of(TestEngines.kafkaBootstrap(), Contracts.TRENDING_LIST)
                    .get("QX");
            assertThat(published.getEntries())
                    .extracting(entry -> entry.getTrackId())
                    .isEqualTo(tracks(JSON.readTree(redis.get(LiveKeys.trending("QX")))));
        });
        long rankedAtMs = rankedAt("QX");
        await().atMost(Duration.ofSeconds(15)).until(() -> rankedAt("QX") > rankedAtMs);
        assertListIsExact("QX", engagements);
        assertThat(streaming.said()).contains("from checkpoint");
    }

    private void assertListIsExact(String scope, List<Weighed> engagements) throws Exception {
        JsonNode list = JSON.readTree(redis.get(LiveKeys.trending(scope)));
        long rankedAtMs = list.get("rankedAt").asLong();
        Map<String, Double> slow = new HashMap<>();
        Map<String, Double> fast = new HashMap<>();
        for (Weighed engagement : engagements) {
            if (scope.equals(LiveKeys.GLOBAL_SCOPE) || scope.equals(engagement.country())) {
                double age = rankedAtMs - engagement.atMs();
                slow.merge(engagement.trackId(), engagement.weight() * Math.pow(2, -age / HALF_LIFE_MS), Double::sum);
                fast.merge(
                        engagement.trackId(), engagement.weight() * Math.pow(2, -4 * age / HALF_LIFE_MS), Double::sum);
            }
        }
        List<String> expected = slow.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(LISTED)
                .map(Map.Entry::getKey)
                .toList();

        assertThat(tracks(list)).isEqualTo(expected);
        double perMinute = Math.log(2) * 60_000 / HALF_LIFE_MS;
        for (JsonNode entry : list.get("entries")) {
            String track = entry.get("trackId").asText();
            double score = slow.get(track);
            double velocity = perMinute * (4 * fast.get(track) - score);
            assertThat(entry.get("score").asDouble() / score).isBetween(1 - RELATIVE_ERROR_MAX, 1 + RELATIVE_ERROR_MAX);
            assertThat(Math.abs(entry.get("velocity").asDouble() - velocity))
                    .isLessThan(RELATIVE_ERROR_MAX * perMinute * (4 * fast.get(track) + score));
            assertThat(entry.get("artistId").asText()).isEqualTo("artist-of-" + track);
        }
    }

    private long rankedAt(String scope) throws Exception {
        return JSON.readTree(redis.get(LiveKeys.trending(scope)))
                .get("rankedAt")
                .asLong();
    }

    private static List<String> tracks(JsonNode list) {
        return StreamSupport.stream(list.get("entries").spliterator(), false)
                .map(entry -> entry.get("trackId").asText())
                .toList();
    }

    private List<Listen> listens(int round) {
        List<Listen> listens = new ArrayList<>();
        for (int i = 0; i < EVENTS_A_ROUND; i++) {
            String track = track();
            Instant startedAt = moment();
            listens.add(Listen.newBuilder()
                    .setUserId(prefix + "user-" + random.nextInt(60))
                    .setListenId("listen-" + round + "-" + i)
                    .setTrackId(track)
                    .setArtistId("artist-of-" + track)
                    .setCountry(country())
                    .setStartedAt(startedAt)
                    .setMsPlayed(20_000 + random.nextInt(40_000))
                    .setReceivedAt(now)
                    .build());
        }
        Collections.shuffle(listens, random);
        return listens;
    }

    private List<Reaction> reactions(int round) {
        List<Reaction> reactions = new ArrayList<>();
        ReactionKind[] kinds = ReactionKind.values();
        for (int i = 0; i < EVENTS_A_ROUND / 3; i++) {
            String track = track();
            reactions.add(Reaction.newBuilder()
                    .setUserId(prefix + "user-" + random.nextInt(60))
                    .setReactionId("reaction-" + round + "-" + i)
                    .setKind(kinds[random.nextInt(kinds.length)])
                    .setTargetType(TargetType.TRACK)
                    .setTargetId(track)
                    .setArtistId("artist-of-" + track)
                    .setCountry(country())
                    .setOccurredAt(moment())
                    .setReceivedAt(now)
                    .build());
        }
        return reactions;
    }

    private String track() {
        return prefix + "track-" + (int) (Math.pow(random.nextDouble(), 2) * TRACKS);
    }

    private String country() {
        return random.nextInt(5) == 0 ? null : random.nextBoolean() ? "QX" : "QY";
    }

    /** Up to 40 hours ago. */
    private Instant moment() {
        return now.minusMillis(random.nextInt(40 * 3_600_000));
    }
}
