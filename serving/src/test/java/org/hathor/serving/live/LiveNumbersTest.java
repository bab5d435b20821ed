package org.hathor.serving.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.LiveKeys.Kind;
import org.hathor.contracts.TrackId;
import org.hathor.serving.ManualClock;
import org.hathor.serving.ReadStores;
import org.hathor.serving.ServingException;
import org.hathor.serving.music.Tracks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveNumbersTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static ReadStores stores;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private LiveNumbers numbers;

    @BeforeAll
    static void start() {
        stores = ReadStores.of("live");
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void fresh() {
        stores.redis().call(commands -> commands.flushdb());
        numbers = new LiveNumbers(stores.redis(), new Tracks(stores.clickHouse()), clock);
    }

    @Test
    void anIdlePlatformHasZeros() {
        LiveSnapshot snapshot = numbers.snapshot(10);
        assertThat(snapshot)
                .isEqualTo(new LiveSnapshot(clock.instant(), TODAY, 0, 0, 0, 0, List.of(), List.of(), List.of()));
    }

    @Test
    void totalsAndTopsAreWhatStreamingWrote() {
        stores.redis().call(commands -> {
            commands.hset(LiveKeys.TOTALS, LiveKeys.totalPlays(TODAY), "12");
            commands.hset(LiveKeys.TOTALS, LiveKeys.totalPlays(TODAY.minusDays(1)), "500");
            commands.hset(LiveKeys.TOTALS, LiveKeys.totalQualifiedPlays(TODAY), "9");
            commands.hset(LiveKeys.TOTALS, LiveKeys.TOTAL_LISTENERS, "4");
            commands.zadd(LiveKeys.plays(Kind.TRACK, TODAY), 5, "t1");
            commands.zadd(LiveKeys.plays(Kind.TRACK, TODAY), 6, "t3");
            commands.zadd(LiveKeys.plays(Kind.TRACK, TODAY), 5, "t2");
            commands.zadd(LiveKeys.plays(Kind.TRACK, TODAY.minusDays(1)), 99, "t9");
            commands.zadd(LiveKeys.qualifiedPlays(Kind.TRACK, TODAY), 4, "t1");
            commands.zadd(LiveKeys.listeners(Kind.TRACK), 2, "t2");
            commands.sadd(LiveKeys.TRENDING_SCOPES, "SE", "global", "BR");
            return null;
        });

        LiveSnapshot snapshot = numbers.snapshot(10);

        assertThat(snapshot.plays()).isEqualTo(12);
        assertThat(snapshot.qualifiedPlays()).isEqualTo(9);
        assertThat(snapshot.listeners()).isEqualTo(4);
        assertThat(snapshot.topByPlays())
                .extracting(top -> top.track().trackId() + "=" + top.plays())
                .containsExactly("t3=6", "t1=5", "t2=5");
        assertThat(snapshot.topByListeners())
                .extracting(top -> top.track().trackId() + "=" + top.listeners())
                .containsExactly("t2=2");
        assertThat(snapshot.countries()).containsExactly("BR", "SE");
        assertThat(numbers.snapshot(1).topByPlays()).hasSize(1);

        LiveTrack track = numbers.track(new TrackId("t1"));
        assertThat(List.of(track.plays(), track.qualifiedPlays(), track.listeners()))
                .containsExactly(5L, 4L, 0L);
        assertThat(numbers.track(new TrackId("nobody")).plays()).isZero();
    }

    @Test
    void playsPerSecondAreTheGrowthBetweenSamples() {
        plays(TODAY, 100);
        numbers.sample();
        clock.pass(Duration.ofSeconds(2));
        plays(TODAY, 130);
        numbers.sample();
        assertThat(numbers.snapshot(1).playsPerSecond()).isEqualTo(15);
    }

    @Test
    void theLimitIsBounded() {
        assertThatThrownBy(() -> numbers.snapshot(101))
                .isInstanceOfSatisfying(
                        ServingException.class, e -> assertThat(e.code()).isEqualTo(LiveError.INVALID_LIMIT));
    }

    @Test
    void everySubscriberGetsTheSameSnapshotUntilItCloses() {
        plays(TODAY, 7);
        try (LivePulse pulse = LivePulse.start(numbers, Duration.ofMillis(50), 2)) {
            ConcurrentLinkedDeque<LiveUpdate> first = new ConcurrentLinkedDeque<>();
            ConcurrentLinkedDeque<LiveUpdate> second = new ConcurrentLinkedDeque<>();
            LivePulse.Subscription one = pulse.subscribe(first::add);
            pulse.subscribe(second::add);
            assertThatThrownBy(() -> pulse.subscribe(update -> {}))
                    .isInstanceOfSatisfying(ServingException.class, e -> assertThat(e.code())
                            .isEqualTo(LiveError.TOO_MANY_SUBSCRIBERS));

            await().until(() -> first.size() > 1 && second.size() > 1);
            assertThat(first.getLast()).isInstanceOfSatisfying(LiveUpdate.Numbers.class, update -> assertThat(
                            update.snapshot().plays())
                    .isEqualTo(7));

            one.close();
            one.close();
            assertThat(pulse.subscribers()).isEqualTo(1);
            pulse.subscribe(update -> {
                throw new IllegalStateException("gone");
            });
            await().until(() -> pulse.subscribers() == 1);
        }
    }

    @Test
    void whatCannotBeReadIsToldAndComesBack() {
        stores.redis().call(commands -> commands.set(LiveKeys.TOTALS, "not a hash"));
        try (LivePulse pulse = LivePulse.start(numbers, Duration.ofMillis(50), 2)) {
            ConcurrentLinkedDeque<LiveUpdate> updates = new ConcurrentLinkedDeque<>();
            pulse.subscribe(updates::add);
            await().until(() -> updates.peekLast() instanceof LiveUpdate.Unavailable);
            stores.redis().call(commands -> commands.del(LiveKeys.TOTALS));
            await().until(() -> updates.peekLast() instanceof LiveUpdate.Numbers);
        }
    }

    private static void plays(LocalDate day, long count) {
        stores.redis().call(commands -> commands.hset(LiveKeys.TOTALS, LiveKeys.totalPlays(day), Long.toString(count)));
    }
}
