package org.hathor.box.bench;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies for {@code POST /api/analytics/events}: realistic listens in batches, made before the clock runs. */
final class EventBatches {
    static final int BATCH = 1000;

    private static final String[] COUNTRIES = {"SE", "DE", "US", "BR", "JP", "GB", "FR", "NG"};

    private final SplittableRandom random;
    private final String run;
    private long made;

    /** @param run part of every id, so that two runs never share one */
    EventBatches(long seed, String run) {
        this.random = new SplittableRandom(seed);
        this.run = run;
    }

    /** So many bodies of {@link #BATCH} listens each, with ids never made before. */
    List<byte[]> bodies(int count, Instant startedAt) {
        List<byte[]> bodies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bodies.add(body(BATCH, startedAt));
        }
        return bodies;
    }

    /** One body of so many listens. */
    byte[] body(int events, Instant startedAt) {
        StringBuilder json = new StringBuilder(events * 300).append("{\"events\":[");
        for (int i = 0; i < events; i++) {
            long number = made++;
            int track = (int) Math.floor(5000 * Math.pow(random.nextDouble(), 3));
            json.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"listen\",\"listenId\":\"")
                    .append(run)
                    .append('-')
                    .append(number)
                    .append("\",\"userId\":\"bench-")
                    .append(number % 20_000)
                    .append("\",\"trackId\":\"track-")
                    .append(track)
                    .append("\",\"artistId\":\"artist-")
                    .append(track / 10)
                    .append("\",\"startedAt\":\"")
                    .append(startedAt.minusMillis(random.nextInt(60_000)))
                    .append("\",\"msPlayed\":")
                    .append(random.nextInt(1_000, 240_000))
                    .append(",\"trackLengthMs\":240000,\"country\":\"")
                    .append(COUNTRIES[random.nextInt(COUNTRIES.length)])
                    .append("\",\"client\":\"bench/1\",\"subscriptionTier\":\"PREMIUM\",\"endReason\":\"FINISHED\"}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    static HttpRequest.BodyPublisher publisher(byte[] body) {
        return HttpRequest.BodyPublishers.ofByteArray(body);
    }
}
