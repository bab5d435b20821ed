package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hathor.contracts.ListenId;
import org.hathor.contracts.ReactionId;
import org.hathor.simulator.SimulatedEvent.Listened;
import org.hathor.simulator.SimulatedEvent.Reacted;
import org.hathor.simulator.SimulatedEvent.Started;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventStreamTest {
    private static final String LOCKED = "bb1d8da58bde353710dc251ab5737b2cef603a6e466a23e8b30334b7bac94bed";
    private static final SimulationConfig SMALL = SimulationConfig.of(7, 40, 20, 200);

    @Test
    void sameSeedSameBytes(@TempDir Path folder) throws Exception {
        SimulationConfig config = new SimulationConfig(42, 60, 30, 300, 0.1, 0.05);
        Instant to = Events.FROM.plus(Duration.ofDays(2));
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Path other = folder.resolve("other");
        Events.replayInto(one, World.of(config), Events.FROM, to);
        Events.replayInto(two, World.of(config), Events.FROM, to);
        Events.replayInto(other, World.of(new SimulationConfig(43, 60, 30, 300, 0.1, 0.05)), Events.FROM, to);

        assertThat(Files.size(one)).isGreaterThan(100_000);
        assertThat(Events.sha256(two)).isEqualTo(Events.sha256(one));
        assertThat(Events.sha256(other)).isNotEqualTo(Events.sha256(one));
        // Locks the bytes across machines and releases of Java; a deliberate change of the simulation changes it.
        assertThat(Events.sha256(one)).isEqualTo(LOCKED);
    }

    @Test
    void anIntervalIsTheSumOfItsParts() {
        World world = World.of(new SimulationConfig(7, 40, 20, 200, 0.2, 0));
        Instant middle = Events.FROM.plus(Duration.ofHours(17));
        Instant to = Events.FROM.plus(Duration.ofHours(40));

        List<String> parts = new ArrayList<>(Events.lines(Events.between(world, Events.FROM, middle)));
        parts.addAll(Events.lines(Events.between(world, middle, to)));

        assertThat(parts).isEqualTo(Events.lines(Events.between(world, Events.FROM, to)));
    }

    @Test
    void moreListenersLeaveTheOthersAlone() {
        Instant to = Events.FROM.plus(Duration.ofDays(1));
        List<String> few = Events.lines(Events.between(World.of(SMALL), Events.FROM, to));
        List<String> many = Events.lines(Events.between(
                World.of(SimulationConfig.of(SMALL.seed(), 80, SMALL.artists(), SMALL.tracks())), Events.FROM, to));

        assertThat(many).hasSizeGreaterThan(few.size());
        assertThat(many.stream().filter(new HashSet<>(few)::contains).toList()).isEqualTo(few);
    }

    @Property(tries = 25)
    void everyEventIsValid(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int users,
            @ForAll @DoubleRange(max = 1) double late) {
        World world = World.of(new SimulationConfig(seed, users, 10, 60, late, 0));
        Instant to = Events.FROM.plus(Duration.ofDays(2));
        long before = Long.MIN_VALUE;
        Set<String> ids = new HashSet<>();
        for (SimulatedEvent event : Events.between(world, Events.FROM, to)) {
            assertThat(event.sentMs()).isBetween(Math.max(before, Events.FROM.toEpochMilli()), to.toEpochMilli() - 1);
            before = event.sentMs();
            if (event instanceof Listened listen) {
                assertThat(listen.msPlayed()).isBetween(1L, listen.track().lengthMs());
                assertThat(listen.startedMs() + listen.msPlayed()).isLessThanOrEqualTo(listen.sentMs());
                assertThat(ids.add(listen.listener().userId() + " " + new ListenId(listen.listenId())))
                        .isTrue();
            } else if (event instanceof Reacted reaction) {
                assertThat(reaction.occurredMs()).isLessThanOrEqualTo(reaction.sentMs());
                assertThat(ids.add(reaction.listener().userId() + " " + new ReactionId(reaction.reactionId())))
                        .isTrue();
            }
        }
    }

    @Test
    void nobodyHearsTwoTracksAtOnce() {
        Map<String, Long> busyUntil = new HashMap<>();
        int starts = 0;
        for (SimulatedEvent event :
                Events.between(World.of(SMALL), Events.FROM, Events.FROM.plus(Duration.ofDays(4)))) {
            if (event instanceof Started started) {
                starts++;
                assertThat(started.sentMs())
                        .isGreaterThanOrEqualTo(
                                busyUntil.getOrDefault(started.listener().userId(), 0L));
            } else if (event instanceof Listened listen) {
                busyUntil.put(listen.listener().userId(), listen.sentMs());
            }
        }
        assertThat(starts).isGreaterThan(500);
    }

    @Test
    void tracksAreAsLongAsPromisedAndNamesDiffer() {
        Catalogue catalogue = World.of(SimulationConfig.of(3, 1, 3_000, 12_000)).catalogue();

        assertThat(catalogue.tracks()).hasSize(12_000);
        assertThat(catalogue.tracks())
                .allSatisfy(track -> assertThat(track.lengthMs()).isBetween(90_000L, 420_000L));
        assertThat(catalogue.tracks().stream().map(Catalogue.Track::trackId).distinct())
                .hasSize(12_000);
        assertThat(catalogue.artists().stream().map(Catalogue.Artist::artistId).distinct())
                .hasSize(3_000);
    }
}
