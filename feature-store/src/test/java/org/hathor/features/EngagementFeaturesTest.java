package org.hathor.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.junit.jupiter.api.Test;

class EngagementFeaturesTest {
    @Test
    void sixListens() {
        List<Listen> listens = List.of(
                listen("ada", 30_000, null),
                listen("ada", 29_999, null),
                listen("bob", 12_000, 12_000L),
                listen("bob", 12_000, 12_001L),
                listen("bob", 0, 0L),
                listen("eve", 200_000, 180_000L));

        assertThat(tally(listens).finish()).isEqualTo(new Engagement(6, 3, 3, 3, 283_999));
    }

    @Test
    void nothingIsZero() {
        assertThat(new EngagementTally().finish()).isEqualTo(new Engagement(0, 0, 0, 0, 0));
    }

    @Property(tries = 300)
    void agreesWithTheNaiveOracle(@ForAll("listens") List<Listen> listens) {
        assertThat(tally(listens).finish()).isEqualTo(naive(listens));
        assertThat(EngagementFeatures.all().stream().map(feature -> feature.over(listens)))
                .containsExactly(
                        naive(listens).listens(),
                        naive(listens).qualifiedListens(),
                        naive(listens).validListens(),
                        naive(listens).listeners(),
                        naive(listens).msPlayed());
    }

    @Property(tries = 300)
    void orderAndGroupingDoNotMatter(@ForAll("listens") List<Listen> listens, @ForAll long seed) {
        Random random = new Random(seed);
        List<Listen> shuffled = new ArrayList<>(listens);
        Collections.shuffle(shuffled, random);
        List<EngagementTally> parts =
                new ArrayList<>(List.of(new EngagementTally(), new EngagementTally(), new EngagementTally()));
        shuffled.forEach(listen -> parts.get(random.nextInt(3)).add(listen));

        EngagementTally merged = parts.get(2).merge(parts.get(0)).merge(parts.get(1));

        assertThat(merged.finish()).isEqualTo(naive(listens));
    }

    @Test
    void aTallyTravels() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tally(List.of(listen("ada", 40_000, null))));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            EngagementTally read = (EngagementTally) in.readObject();
            assertThat(read.add(listen("bob", 1, null)).finish()).isEqualTo(new Engagement(2, 1, 1, 2, 40_001));
        }
    }

    @Test
    void aListenWithoutAnArtistIsInNoArtistsGroup() {
        Listen listen = listen("ada", 1, null);

        assertThat(Subject.ARTIST.key(listen)).isEmpty();
        assertThat(Subject.TRACK.key(listen)).contains("track");
        assertThat(Subject.USER.key(listen)).contains("ada");
    }

    private static EngagementTally tally(List<Listen> listens) {
        EngagementTally tally = new EngagementTally();
        listens.forEach(tally::add);
        return tally;
    }

    private static Engagement naive(List<Listen> listens) {
        long qualified = 0;
        long ms = 0;
        Set<String> users = new HashSet<>();
        for (Listen listen : listens) {
            Long length = listen.getTrackLengthMs();
            boolean whole = length != null && length > 0 && listen.getMsPlayed() >= length;
            if (listen.getMsPlayed() >= 30_000 || whole) {
                qualified++;
            }
            ms += listen.getMsPlayed();
            users.add(listen.getUserId());
        }
        return new Engagement(listens.size(), qualified, qualified, users.size(), ms);
    }

    @Provide
    Arbitrary<List<Listen>> listens() {
        Arbitrary<Long> length = Arbitraries.longs().between(0, 60_000).injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.of("ada", "bob", "eve", "kim"),
                        Arbitraries.longs().between(0, 60_000),
                        length)
                .as(EngagementFeaturesTest::listen)
                .list()
                .ofMaxSize(30);
    }

    private static Listen listen(String user, long msPlayed, Long lengthMs) {
        return Listen.newBuilder()
                .setListenId("any")
                .setUserId(user)
                .setTrackId("track")
                .setStartedAt(Instant.EPOCH)
                .setMsPlayed(msPlayed)
                .setTrackLengthMs(lengthMs)
                .setSubscriptionTier(SubscriptionTier.FREE)
                .setEndReason(EndReason.FINISHED)
                .setReceivedAt(Instant.EPOCH)
                .build();
    }
}
