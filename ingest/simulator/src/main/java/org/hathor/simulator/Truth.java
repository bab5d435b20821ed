package org.hathor.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every listener of a world really likes, and how good a list of recommendations is in that light.
 *
 * <p>A listener's preference for a track is the chance that {@link TrackChooser} gives it. The expected NDCG of a list
 * (Järvelin and Kekäläinen 2002) takes preferences as gains: 1 is the list of the tracks most liked, in that order.
 */
public final class Truth {
    private final World world;

    public Truth(World world) {
        this.world = world;
    }

    /** Whether the world has a listener of that id. */
    public boolean knows(String userId) {
        return world.listener(userId) != null;
    }

    /**
     * The chance of each track to be the listener's next choice, in the order of {@link World#trackIds()}; they sum to
     * one.
     *
     * @throws IllegalArgumentException when the world has no such listener
     */
    public double[] preferences(String userId) {
        Listener listener = world.listener(userId);
        if (listener == null) {
            throw new IllegalArgumentException("no listener %s in a population of %d"
                    .formatted(userId, world.listeners().size()));
        }
        double[] preferences = world.catalogue().tracks().stream()
                .mapToDouble(track -> TrackChooser.preference(listener, track))
                .toArray();
        double total = Arrays.stream(preferences).sum();
        for (int i = 0; i < preferences.length; i++) {
            preferences[i] /= total;
        }
        return preferences;
    }

    /**
     * Expected NDCG of a list under the listener's true preferences.
     *
     * @param trackIds best first; a track that does not exist gains nothing, one that stands there twice gains once
     * @param excluded tracks that no list may hold, such as those just heard; the ideal list leaves them out too
     * @param k how many places count
     * @return 0 to 1
     */
    public double ndcg(String userId, List<String> trackIds, Collection<String> excluded, int k) {
        double[] preferences = preferences(userId);
        Set<String> gone = new HashSet<>(excluded);
        double gained = 0;
        for (int i = 0; i < Math.min(k, trackIds.size()); i++) {
            Catalogue.Track track = world.track(trackIds.get(i));
            if (track != null && gone.add(track.trackId())) {
                gained += preferences[track.index()] * discount(i);
            }
        }
        for (String trackId : excluded) {
            Catalogue.Track track = world.track(trackId);
            if (track != null) {
                preferences[track.index()] = 0;
            }
        }
        Arrays.sort(preferences);
        double ideal = 0;
        for (int i = 0; i < Math.min(k, preferences.length); i++) {
            ideal += preferences[preferences.length - 1 - i] * discount(i);
        }
        return ideal == 0 ? 0 : gained / ideal;
    }

    /** The tracks most played if nobody had a taste, as the control that every model must beat. */
    public List<String> mostPopular(Collection<String> excluded, int k) {
        Set<String> gone = new HashSet<>(excluded);
        List<Catalogue.Track> tracks = new ArrayList<>(world.catalogue().tracks());
        tracks.sort(Comparator.comparingDouble(Catalogue.Track::weight).reversed());
        return tracks.stream()
                .map(Catalogue.Track::trackId)
                .filter(trackId -> !gone.contains(trackId))
                .limit(k)
                .toList();
    }

    private static double discount(int place) {
        return StrictMath.log(2) / StrictMath.log(place + 2.0);
    }
}
