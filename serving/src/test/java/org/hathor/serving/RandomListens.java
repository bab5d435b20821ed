package org.hathor.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.hathor.warehouse.Warehouse;

/** Listens at random with copies of the same identity that differ in everything else, and which of them hold. */
public final class RandomListens {
    private static final String[] COUNTRIES = {"SE", "DE", "BR", null};

    private final Random random;
    private final Instant begin;
    private final Duration span;
    private final List<Listen> sent = new ArrayList<>();

    /** @param begin the earliest start of a listen */
    public RandomListens(long seed, Instant begin, Duration span) {
        this.random = new Random(seed);
        this.begin = begin;
        this.span = span;
    }

    /** Adds that many identities of that many users, each with up to three copies. */
    public RandomListens add(int identities, int users, int tracks) {
        for (int i = 0; i < identities; i++) {
            String user = "user-" + skewed(users);
            int copies = 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0);
            for (int copy = 0; copy < copies; copy++) {
                sent.add(listen(user, "listen-" + i, tracks));
            }
        }
        Collections.shuffle(sent, random);
        return this;
    }

    private Listen listen(String user, String id, int tracks) {
        int track = skewed(tracks);
        Long length = random.nextInt(4) == 0 ? null : (long) random.nextInt(60_000);
        return Listen.newBuilder()
                .setListenId(id)
                .setUserId(user)
                .setTrackId("track-" + track)
                .setArtistId(track % 7 == 0 ? null : "artist-" + track % 5)
                .setStartedAt(begin.plusMillis((long) (random.nextDouble() * span.toMillis())))
                .setMsPlayed(length != null && random.nextInt(5) == 0 ? length : random.nextInt(60_000))
                .setTrackLengthMs(length)
                .setCountry(COUNTRIES[random.nextInt(COUNTRIES.length)])
                .setSubscriptionTier(SubscriptionTier.FREE)
                .setEndReason(EndReason.FINISHED)
                .setOffline(false)
                .setReceivedAt(begin.plus(span).plusMillis(random.nextInt(1_000_000_000)))
                .build();
    }

    private int skewed(int below) {
        return (int) (below * Math.pow(random.nextDouble(), 2));
    }

    /** Writes all copies in several batches, so that ClickHouse has them in several parts. */
    public RandomListens writeTo(Warehouse warehouse) {
        int batch = Math.max(1, sent.size() / 5);
        for (int from = 0; from < sent.size(); from += batch) {
            warehouse.insert(Contracts.LISTEN, sent.subList(from, Math.min(sent.size(), from + batch)));
        }
        return this;
    }

    /** The listens that hold: of each identity the one received first. */
    public Collection<Listen> holding() {
        Map<List<String>, Listen> first = new HashMap<>();
        for (Listen listen : sent) {
            first.merge(
                    List.of(listen.getUserId(), listen.getListenId()),
                    listen,
                    (a, b) -> a.getReceivedAt().isAfter(b.getReceivedAt()) ? b : a);
        }
        return first.values();
    }
}
