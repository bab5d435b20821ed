package org.hathor.streaming.livecounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.live.LiveCount;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;
import org.hathor.engines.TestEngines;
import org.hathor.streaming.EventProducer;
import org.hathor.streaming.LatestByKey;
import org.hathor.streaming.LiveEngines;
import org.hathor.streaming.StreamingProcess;
import org.hathor.streaming.kafka.ContractTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job in a process of its own, between real engines, killed again and again. */
class LiveCountsEndToEndTest {
    private static final int ROUNDS = 3;
    private static final int LISTENS_A_ROUND = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Random random = new Random(11);

    /** A day of its own, so that totals are those of this test alone. */
    private final Instant noon = LocalDate.of(2040, 1, 1)
            .plusDays(random.nextInt(1000))
            .atTime(12, 0)
            .toInstant(ZoneOffset.UTC);

    @TempDir
    private Path data;

    private StreamingProcess streaming;
    private EventProducer producer;
    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void start() throws Exception {
        Endpoints endpoints = LiveEngines.endpoints(data);
        ContractTopics.ensure(endpoints.kafkaBootstrap());
        producer = new EventProducer(endpoints.kafkaBootstrap());
        client = RedisClient.create(endpoints.redisUrl().toString());
        redis = client.connect().sync();
        streaming = new StreamingProcess(endpoints, data, LiveCountsJob.NAME);
    }

    @AfterEach
    void stop() throws Exception {
        streaming.close();
        System.out.println(streaming.said());
        producer.close();
        client.shutdown();
    }

    @Test
    void countsAreThoseOfThePlainListOfEventsHoweverOftenTheProcessDies() throws Exception {
        List<Listen> distinct = new ArrayList<>();
        Map<String, NowPlaying> hearing = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            streaming.start();
            List<Listen> sent = listens(round);
            distinct.addAll(sent);
            List<Listen> sentTwice = new ArrayList<>(sent);
            sentTwice.addAll(sent.subList(0, LISTENS_A_ROUND / 4));
            if (round > 0) {
                sentTwice.addAll(distinct.subList(0, LISTENS_A_ROUND / 4));
            }
            producer.send(Contracts.LISTEN, sentTwice.subList(0, sentTwice.size() / 2));
            producer.send(Contracts.NOW_PLAYING, nowPlaying(round, hearing));
            awaitTotalAbove(round * LISTENS_A_ROUND);
            producer.send(Contracts.LISTEN, sentTwice.subList(sentTwice.size() / 2, sentTwice.size()));
            streaming.kill();
        }
        streaming.start();
        producer.send(Contracts.LISTEN, endings(hearing, distinct));

        await().atMost(PATIENCE).untilAsserted(() -> assertRedisSays(distinct, hearing));
        await().atMost(PATIENCE).untilAsserted(() -> assertTopicSays(distinct));
        assertThat(streaming.said()).contains("from checkpoint");
    }

    private void awaitTotalAbove(int total) {
        await().atMost(PATIENCE).until(() -> {
            assertThat(streaming.isAlive()).isTrue();
            String plays = redis.hget(LiveKeys.TOTALS, LiveKeys.totalPlays(today()));
            return plays != null && Long.parseLong(plays) > total;
        });
    }

    private void assertRedisSays(List<Listen> listens, Map<String, NowPlaying> hearing) {
        Map<String, Long> tracks = new HashMap<>();
        Map<String, Long> qualifiedTracks = new HashMap<>();
        Map<String, Long> artists = new HashMap<>();
        long qualified = 0;
        for (Listen listen : listens) {
            tracks.merge(listen.getTrackId(), 1L, Long::sum);
            if (listen.getArtistId() != null) {
                artists.merge(listen.getArtistId(), 1L, Long::sum);
            }
            if (ListenRules.qualified(listen)) {
                qualified++;
                qualifiedTracks.merge(listen.getTrackId(), 1L, Long::sum);
            }
        }
        Map<String, Long> listeners = new HashMap<>();
        hearing.values().forEach(now -> listeners.merge(now.getTrackId(), 1L, Long::sum));

        assertThat(set(LiveKeys.plays(LiveKeys.Kind.TRACK, today()))).isEqualTo(tracks);
        assertThat(set(LiveKeys.plays(LiveKeys.Kind.ARTIST, today()))).isEqualTo(artists);
        assertThat(set(LiveKeys.qualifiedPlays(LiveKeys.Kind.TRACK, today()))).isEqualTo(qualifiedTracks);
        assertThat(set(LiveKeys.listeners(LiveKeys.Kind.TRACK))).isEqualTo(listeners);
        assertThat(redis.hmget(
                        LiveKeys.TOTALS,
                        LiveKeys.totalPlays(today()),
                        LiveKeys.totalQualifiedPlays(today()),
                        LiveKeys.TOTAL_LISTENERS))
                .extracting(io.lettuce.core.Value::getValue)
                .containsExactly(
                        Integer.toString(listens.size()), Long.toString(qualified), Integer.toString(hearing.size()));
        assertThat(redis.pttl(LiveKeys.plays(LiveKeys.Kind.TRACK, today()))).isPositive();
    }

    private void assertTopicSays(List<Listen> listens) {
        Map<String, LiveCount> latest = LatestByKey.of(TestEngines.kafkaBootstrap(), Contracts.LIVE_COUNT);
        Map<String, Long> tracks = new HashMap<>();
        listens.forEach(listen -> tracks.merge(listen.getTrackId(), 1L, Long::sum));

        tracks.forEach((track, plays) -> assertThat(latest.get("plays:track:%s:%s".formatted(track, today())))
                .isNotNull()
                .extracting(LiveCount::getValue)
                .isEqualTo(plays));
        assertThat(latest.get("plays:everything:all:" + today()).getValue()).isEqualTo(listens.size());
    }

    private Map<String, Long> set(String key) {
        Map<String, Long> members = new HashMap<>();
        redis.zrangeWithScores(key, 0, -1).forEach(member -> members.put(member.getValue(), (long) member.getScore()));
        return members;
    }

    private List<Listen> listens(int round) {
        List<Listen> listens = new ArrayList<>();
        for (int i = 0; i < LISTENS_A_ROUND; i++) {
            int track = (int) Math.floor(Math.pow(random.nextDouble(), 3) * 200);
            Instant startedAt = noon.plusMillis(random.nextInt(3_600_000));
            listens.add(Listen.newBuilder()
                    .setUserId(prefix + "user-" + random.nextInt(50))
                    .setListenId("listen-" + round + "-" + i)
                    .setTrackId(prefix + "track-" + track)
                    .setArtistId(track % 9 == 0 ? null : prefix + "artist-" + track % 20)
                    .setStartedAt(startedAt)
                    .setMsPlayed(random.nextInt(60_000))
                    .setReceivedAt(startedAt.plusSeconds(200))
                    .build());
        }
        return listens;
    }

    /** Everyone goes on to another track; some report one that is over already. */
    private List<NowPlaying> nowPlaying(int round, Map<String, NowPlaying> hearing) {
        List<NowPlaying> events = new ArrayList<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < 300; i++) {
            String user = prefix + "listener-" + random.nextInt(80);
            boolean over = random.nextInt(10) == 0;
            NowPlaying event = NowPlaying.newBuilder()
                    .setUserId(user)
                    .setTrackId(prefix + "track-" + random.nextInt(20 + round))
                    .setStartedAt(now)
                    .setExpiresAt(over ? now.minusSeconds(1) : now.plus(Duration.ofHours(1)))
                    .setReceivedAt(now.plusMillis(i))
                    .build();
            events.add(event);
            if (over) {
                hearing.remove(user);
            } else {
                hearing.put(user, event);
            }
        }
        return events;
    }

    /** A third of the listeners finish what they hear. */
    private List<Listen> endings(Map<String, NowPlaying> hearing, List<Listen> distinct) {
        List<Listen> endings = new ArrayList<>();
        Set<String> users = new HashSet<>(hearing.keySet());
        users.stream().sorted().limit(users.size() / 3).forEach(user -> {
            NowPlaying ended = hearing.remove(user);
            endings.add(Listen.newBuilder()
                    .setUserId(user)
                    .setListenId("end-of-" + user)
                    .setTrackId(ended.getTrackId())
                    .setStartedAt(noon)
                    .setMsPlayed(45_000)
                    .setEndReason(EndReason.FINISHED)
                    .setReceivedAt(noon.plusSeconds(60))
                    .build());
        });
        distinct.addAll(endings);
        return endings;
    }

    private LocalDate today() {
        return noon.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
