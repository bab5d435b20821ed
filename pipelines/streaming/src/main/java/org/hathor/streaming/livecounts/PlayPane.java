package org.hathor.streaming.livecounts;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hathor.contracts.live.CountedKind;
import org.hathor.streaming.panes.Pane;

/** Plays by day, counted by track, by artist and in total. */
final class PlayPane implements Pane<Play, Tally> {
    private static final long MS_PER_DAY = Duration.ofDays(1).toMillis();

    private final Map<Integer, Day> days = new HashMap<>();
    private int size;

    @Override
    public void add(Play play) {
        Day day = days.computeIfAbsent((int) Math.floorDiv(play.startedAtMs(), MS_PER_DAY), absent -> new Day());
        int qualified = play.qualified() ? 1 : 0;
        day.all.add(qualified);
        count(day.tracks, play.trackId(), qualified);
        if (play.artistId() != null) {
            count(day.artists, play.artistId(), qualified);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void drain(Consumer<Tally> out) {
        days.forEach((epochDay, day) -> {
            give(CountedKind.EVERYTHING, Tally.ALL, epochDay, day.all, out);
            day.tracks.forEach((id, plays) -> give(CountedKind.TRACK, id, epochDay, plays, out));
            day.artists.forEach((id, plays) -> give(CountedKind.ARTIST, id, epochDay, plays, out));
        });
        days.clear();
        size = 0;
    }

    private void count(Map<String, Plays> counts, String id, int qualified) {
        Plays plays = counts.get(id);
        if (plays == null) {
            plays = new Plays();
            counts.put(id, plays);
            size++;
        }
        plays.add(qualified);
    }

    private static void give(CountedKind kind, String id, int epochDay, Plays plays, Consumer<Tally> out) {
        out.accept(Tally.plays(kind, id, epochDay, plays.all, plays.qualified));
    }

    private static final class Day {
        private final Plays all = new Plays();
        private final Map<String, Plays> tracks = new HashMap<>();
        private final Map<String, Plays> artists = new HashMap<>();
    }

    private static final class Plays {
        private long all;
        private long qualified;

        void add(int qualifiedOrNot) {
            all++;
            qualified += qualifiedOrNot;
        }
    }
}
