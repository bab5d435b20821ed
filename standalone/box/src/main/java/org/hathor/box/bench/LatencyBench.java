package org.hathor.box.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hathor.box.BoxSettings;
import org.hathor.box.CommandException;
import org.hathor.contracts.LiveKeys;

/**
 * Milliseconds from the acknowledgement of an event to its being visible in the live counts and in trending, while
 * 5,000 events a second flow. Once a second a track never heard before is played by enough people to be among the first
 * hundred; two watchers ask Redis for it.
 */
final class LatencyBench {
    private static final int EVENTS_PER_SECOND = 5_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    private static final int PROBE_EVENTS = 1_000;

    private LatencyBench() {}

    static Report run() throws IOException, InterruptedException {
        try (ScratchBox box = ScratchBox.start(BoxSettings.Parts.ALL)) {
            EventDoor door = new EventDoor(box.state().httpUrl(), box.ingestToken());
            RedisClient redis = RedisClient.create(box.state().environment().get("REDIS_URL"));
            try (StatefulRedisConnection<String, String> connection = redis.connect()) {
                return measure(door, connection.sync());
            } finally {
                redis.shutdown();
            }
        }
    }

    private static Report measure(EventDoor door, RedisCommands<String, String> redis) throws InterruptedException {
        EventBatches background = new EventBatches(3, "latency");
        ConcurrentLinkedQueue<Double> counted = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> trending = new ConcurrentLinkedQueue<>();
        List<Thread> watchers = new ArrayList<>();
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        long batches = (WARM_UP.toSeconds() + MEASURED.toSeconds()) * EVENTS_PER_SECOND / EventBatches.BATCH;
        for (int batch = 0; batch < batches; batch++) {
            long dueNanos = begun + batch * (1_000_000_000L * EventBatches.BATCH / EVENTS_PER_SECOND);
            long waitMs = (dueNanos - System.nanoTime()) / 1_000_000;
            if (waitMs > 0) {
                Thread.sleep(waitMs);
            }
            door.send(background.body(EventBatches.BATCH, Instant.now())).whenComplete((answer, thrown) -> {
                if (thrown != null) {
                    failed.incrementAndGet();
                }
            });
            boolean everySecond = batch % (EVENTS_PER_SECOND / EventBatches.BATCH) == 0;
            if (everySecond && System.nanoTime() - begun > WARM_UP.toNanos()) {
                String track = "probe-" + batch;
                door.send(probe(track)).join();
                long acknowledged = System.nanoTime();
                LocalDate day = LocalDate.now(ZoneOffset.UTC);
                watchers.add(watch(
                        acknowledged,
                        counted,
                        () -> redis.zscore(LiveKeys.plays(LiveKeys.Kind.TRACK, day), track) != null));
                watchers.add(watch(acknowledged, trending, () -> {
                    String list = redis.get(LiveKeys.trending(LiveKeys.GLOBAL_SCOPE));
                    return list != null && list.contains("\"" + track + "\"");
                }));
            }
        }
        double rate = batches * EventBatches.BATCH / ((System.nanoTime() - begun) / 1e9);
        for (Thread watcher : watchers) {
            watcher.join();
        }
        if (counted.isEmpty() || trending.isEmpty()) {
            throw new CommandException("no probe became visible");
        }
        return new Report("latency")
                .with("eventsPerSecond", rate)
                .with("batchesFailed", failed.get())
                .with("probes", watchers.size() / 2)
                .with("probesNeverCounted", watchers.size() / 2 - counted.size())
                .with("probesNeverTrending", watchers.size() / 2 - trending.size())
                .with("msToLiveCountP50", Report.quantile(array(counted), 0.5))
                .with("msToLiveCountP99", Report.quantile(array(counted), 0.99))
                .with("msToTrendingP50", Report.quantile(array(trending), 0.5))
                .with("msToTrendingP99", Report.quantile(array(trending), 0.99));
    }

    private static Thread watch(long sinceNanos, ConcurrentLinkedQueue<Double> found, BooleanSupplier visible) {
        Thread watcher = new Thread(() -> {
            while (System.nanoTime() - sinceNanos < GIVE_UP.toNanos()) {
                if (visible.getAsBoolean()) {
                    found.add((System.nanoTime() - sinceNanos) / 1e6);
                    return;
                }
                LockSupport.parkNanos(5_000_000);
            }
        });
        watcher.start();
        return watcher;
    }

    private static byte[] probe(String track) {
        StringBuilder json = new StringBuilder("{\"events\":[");
        Instant now = Instant.now();
        for (int i = 0; i < PROBE_EVENTS; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"listen\",\"listenId\":\"")
                    .append(track)
                    .append('-')
                    .append(i)
                    .append("\",\"userId\":\"prober-")
                    .append(i)
                    .append("\",\"trackId\":\"")
                    .append(track)
                    .append("\",\"startedAt\":\"")
                    .append(now)
                    .append("\",\"msPlayed\":60000,\"trackLengthMs\":200000}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double[] array(ConcurrentLinkedQueue<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
