package org.hathor.audio.fingerprint;

/**
 * The landmarks of a constellation: pairs of peaks near one another, hashed by the frequency of the first, the interval
 * to the second and the time between them (Wang 2003, section 2.2).
 */
final class Landmarks {
    /** Bits of a landmark's hash. The rare pairs above 2.8 kHz share theirs with those below. */
    static final int HASH_BITS = 22;

    /** Frames from the first peak of a pair to the second. */
    private static final int GAP_MIN = 2;

    private static final int GAP_MAX = 63;

    /** Bins between a pair's frequencies, up or down; 340 Hz. */
    private static final int INTERVAL_MAX = 63;

    /** Pairs that each peak of a track begins at most, with the next peaks in time. */
    private static final int TRACK_FAN = 5;

    /** The same of a query, whose additional peaks come between those of the track. */
    private static final int QUERY_FAN = 25;

    private static final int GAP_BITS = 6;
    private static final int INTERVAL_BITS = 7;

    private Landmarks() {}

    /** What is done with each landmark. */
    interface Sink {
        void accept(int hash, int frame);
    }

    /** The landmarks that are kept of a track. */
    static void ofTrack(Constellation track, Sink sink) {
        for (int i = 0; i < track.peaks(); i++) {
            int pairs = 0;
            for (int j = i + 1; j < track.peaks() && pairs < TRACK_FAN; j++) {
                int gap = track.frame(j) - track.frame(i);
                if (gap > GAP_MAX) {
                    break;
                }
                float interval = bins(track.frequency(j) - track.frequency(i));
                if (gap >= GAP_MIN && Math.abs(interval) <= INTERVAL_MAX) {
                    sink.accept(hash(Math.round(bins(track.frequency(i))), Math.round(interval), gap), track.frame(i));
                    pairs++;
                }
            }
        }
    }

    /**
     * The landmarks a track would have if this query were a part of it, played at a certain speed: of every pair of
     * peaks, with the neighbouring hashes that a small error leads to.
     *
     * @param speed how many times faster than the track the query is supposed to be
     */
    static void ofQuery(Constellation query, double speed, Sink sink) {
        for (int i = 0; i < query.peaks(); i++) {
            int pairs = 0;
            int frame = (int) Math.round(query.frame(i) * speed);
            double first = bins(query.frequency(i)) / speed;
            for (int j = i + 1; j < query.peaks() && pairs < QUERY_FAN; j++) {
                int gap = (int) Math.round(query.frame(j) * speed) - frame;
                if (gap > GAP_MAX) {
                    break;
                }
                double interval = bins(query.frequency(j) - query.frequency(i)) / speed;
                if (gap >= GAP_MIN && Math.abs(interval) <= INTERVAL_MAX) {
                    probe(first, interval, gap, frame, sink);
                    pairs++;
                }
            }
        }
    }

    private static void probe(double first, double interval, int gap, int frame, Sink sink) {
        int firstLow = (int) Math.floor(first);
        int intervalLow = (int) Math.floor(interval);
        for (int f = firstLow; f <= firstLow + 1; f++) {
            for (int d = intervalLow; d <= intervalLow + 1; d++) {
                for (int g = Math.max(GAP_MIN, gap - 1); g <= Math.min(GAP_MAX, gap + 1); g++) {
                    sink.accept(hash(f, d, g), frame);
                }
            }
        }
    }

    private static int hash(int firstBin, int intervalBins, int gapFrames) {
        return ((firstBin << INTERVAL_BITS) + intervalBins + (1 << INTERVAL_BITS - 1) << GAP_BITS | gapFrames)
                & (1 << HASH_BITS) - 1;
    }

    private static float bins(int steps) {
        return (float) steps / Constellation.STEPS_PER_BIN;
    }
}
