package org.hathor.simulator;

import java.util.List;
import org.hathor.simulator.Catalogue.Track;

/** What a session plays from: a source with an id, and the next track each time. */
final class Programme {
    private static final int LIBRARY_TRACKS = 40;

    private final String source;
    private final String sourceId;
    private final java.util.function.Supplier<Track> next;

    private Programme(String source, String sourceId, java.util.function.Supplier<Track> next) {
        this.source = source;
        this.sourceId = sourceId;
        this.next = next;
    }

    /** A programme of the listener's choice. */
    static Programme choose(Listener listener, long seed, TrackChooser chooser, Randomness random) {
        return switch (random.weighted(30, 30, 14, 12, 8, 6)) {
            case 0 -> new Programme("radio", null, () -> chooser.byTaste(listener, random));
            case 1 -> favourites(listener, seed, chooser, random);
            case 2 -> album(chooser.byTaste(listener, random));
            case 3 -> artist(chooser.byTaste(listener, random), random);
            case 4 -> new Programme("playlist", "charts", () -> chooser.byPopularity(random));
            default -> new Programme("search", null, () -> chooser.byTaste(listener, random));
        };
    }

    String source() {
        return source;
    }

    /** Null where the source is only one. */
    String sourceId() {
        return sourceId;
    }

    /** The next track, another than the one before where there is another. */
    Track nextAfter(Track previous) {
        Track track = next.get();
        for (int attempt = 0; previous != null && track.index() == previous.index() && attempt < 5; attempt++) {
            track = next.get();
        }
        return track;
    }

    /** Every listener keeps a playlist; its nth track depends on the listener alone. */
    private static Programme favourites(Listener listener, long seed, TrackChooser chooser, Randomness random) {
        return new Programme("playlist", "favourites-" + listener.userId(), () -> {
            // The front of the list is heard more often than its end.
            int place = (int) (LIBRARY_TRACKS * random.uniform() * random.uniform());
            return chooser.byTaste(listener, Randomness.of(seed, 'F', listener.index(), place));
        });
    }

    private static Programme album(Track chosen) {
        List<Track> tracks = chosen.artist().tracks().stream()
                .filter(track -> track.album().albumId().equals(chosen.album().albumId()))
                .toList();
        int[] place = {0};
        return new Programme("album", chosen.album().albumId(), () -> tracks.get(place[0]++ % tracks.size()));
    }

    private static Programme artist(Track chosen, Randomness random) {
        List<Track> tracks = chosen.artist().tracks();
        double[] weights = tracks.stream().mapToDouble(Track::weight).toArray();
        return new Programme("artist", chosen.artist().artistId(), () -> tracks.get(random.weighted(weights)));
    }
}
