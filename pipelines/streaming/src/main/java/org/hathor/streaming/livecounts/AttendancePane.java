package org.hathor.streaming.livecounts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hathor.contracts.live.CountedKind;
import org.hathor.streaming.panes.Pane;

/** Changes of audience by track, by artist and in total; one that came out even is given out all the same. */
final class AttendancePane implements Pane<Attendance, Tally> {
    private final Map<String, Long> tracks = new HashMap<>();
    private final Map<String, Long> artists = new HashMap<>();
    private long all;

    @Override
    public void add(Attendance attendance) {
        tracks.merge(attendance.trackId(), (long) attendance.change(), Long::sum);
        if (attendance.artistId() != null) {
            artists.merge(attendance.artistId(), (long) attendance.change(), Long::sum);
        }
        all += attendance.change();
    }

    @Override
    public int size() {
        return tracks.size() + artists.size();
    }

    @Override
    public void drain(Consumer<Tally> out) {
        if (tracks.isEmpty()) {
            return;
        }
        give(CountedKind.EVERYTHING, Tally.ALL, all, out);
        tracks.forEach((id, change) -> give(CountedKind.TRACK, id, change, out));
        artists.forEach((id, change) -> give(CountedKind.ARTIST, id, change, out));
        tracks.clear();
        artists.clear();
        all = 0;
    }

    private static void give(CountedKind kind, String id, long change, Consumer<Tally> out) {
        out.accept(Tally.listeners(kind, id, change));
    }
}
