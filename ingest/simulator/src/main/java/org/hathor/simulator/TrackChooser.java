package org.hathor.simulator;

import java.util.List;
import org.hathor.simulator.Catalogue.Track;

/**
 * Chooses tracks as a listener would: the chance of a track is in proportion to {@code popularity · exp(β · cosine)},
 * the softmax of affinity with popularity as its prior.
 *
 * <p>Drawing is exact and needs no table per listener: a track is proposed by popularity (alias method, Vose 1991) and
 * kept with the chance {@code exp(β · (cosine − 1))}.
 */
final class TrackChooser {
    /** How much taste outweighs fame: at 6, a perfect match is played 400 times as often as an indifferent one. */
    static final double BETA = 6;

    private static final int PROPOSALS_MAX = 200_000;

    private final List<Track> tracks;
    private final double[] keep;
    private final int[] alias;

    TrackChooser(Catalogue catalogue) {
        this.tracks = catalogue.tracks();
        int n = tracks.size();
        this.keep = new double[n];
        this.alias = new int[n];
        double total = tracks.stream().mapToDouble(Track::weight).sum();
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            keep[i] = tracks.get(i).weight() * n / total;
            if (keep[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[--larges];
            alias[less] = more;
            keep[more] -= 1 - keep[less];
            if (keep[more] < 1) {
                small[smalls++] = more;
            } else {
                large[larges++] = more;
            }
        }
        while (larges > 0) {
            keep[large[--larges]] = 1;
        }
        while (smalls > 0) {
            keep[small[--smalls]] = 1;
        }
    }

    /** A track as often as everybody together plays it. */
    Track byPopularity(Randomness random) {
        double place = random.uniform() * tracks.size();
        int i = (int) place;
        return tracks.get(place - i < keep[i] ? i : alias[i]);
    }

    /** A track as often as this listener would choose it. */
    Track byTaste(Listener listener, Randomness random) {
        Track track = byPopularity(random);
        for (int proposal = 1; proposal < PROPOSALS_MAX; proposal++) {
            double cosine = listener.taste().cosine(track.latent());
            if (random.uniform() < StrictMath.exp(BETA * (cosine - 1))) {
                return track;
            }
            track = byPopularity(random);
        }
        return track;
    }

    /** How much more than its popularity alone the listener is drawn to the track, not normalised. */
    static double preference(Listener listener, Track track) {
        return track.weight() * StrictMath.exp(BETA * listener.taste().cosine(track.latent()));
    }
}
