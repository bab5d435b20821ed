package org.hathor.audio.fingerprint;

import java.util.Arrays;

/**
 * How a query lies upon a track, told by the peaks that both have.
 *
 * @param offset the track's frame at which the query begins
 * @param speed how many times faster than the track the query is played
 * @param agreement how many of the track's peaks the query has too, as a share: one of the same frequency counts 1, one
 *     as far away as chance would have it 0, one still farther less. Some 0.8 for the recording itself, 0.3 under noise
 *     as loud; seldom above 0.2 for another piece, but 0.6 was seen of the same notes at the same times. Less where
 *     there are few peaks to go by
 */
record Alignment(double offset, double speed, double agreement) {
    /** Frames between a track's peak and the query's, once the offset is known. */
    private static final double FRAMES_MAX = 1.25;

    /** Frames between them before. */
    private static final double FRAMES_MAX_AT_FIRST = 2;

    /** Steps of frequency between them: three quarters of a bin. */
    private static final double STEPS_MAX = 0.75 * Constellation.STEPS_PER_BIN;

    /** Steps between peaks that have nothing in common but to lie within the most, on the average. */
    private static final double STEPS_BY_CHANCE = STEPS_MAX / 2;

    /** Peaks that are supposed to have been missed besides, so that a few that agree do not prove much. */
    private static final int PEAKS_MISSED = 5;

    /** More of it before the speed is known, as a share of the frequency: half a step of the speeds that are tried. */
    private static final double STEPS_SHARE_AT_FIRST = 0.003;

    /** The alignment nearest to a supposed one; that itself where no peaks are common. */
    static Alignment near(Constellation track, Constellation query, double offset, double speed) {
        Pairing first = new Pairing(track, query, offset, speed, FRAMES_MAX_AT_FIRST, STEPS_SHARE_AT_FIRST);
        double better = first.speed(speed);
        double start = first.offset(better, offset);
        Pairing second = new Pairing(track, query, start, better, FRAMES_MAX, 0);
        double offsetThere = second.offset(better, start);
        Pairing last = new Pairing(track, query, offsetThere, better, FRAMES_MAX, 0);
        return new Alignment(offsetThere, better, last.agreement());
    }

    /** The pairs of peaks that lie upon one another. */
    private static final class Pairing {
        private final int[] trackFrames;
        private final int[] queryFrames;
        private double product;
        private double square;
        private double steps;
        private int count;

        Pairing(
                Constellation track,
                Constellation query,
                double offset,
                double speed,
                double framesMax,
                double shareMax) {
            int from = track.firstFrom((int) Math.ceil(offset));
            int to = track.firstFrom((int) Math.ceil(offset + query.length() * speed));
            trackFrames = new int[to - from];
            queryFrames = new int[to - from];
            for (int peak = from; peak < to; peak++) {
                double frequency = track.frequency(peak) * speed;
                int nearest = nearest(
                        query,
                        (track.frame(peak) - offset) / speed,
                        frequency,
                        framesMax,
                        STEPS_MAX + shareMax * frequency);
                if (nearest >= 0) {
                    trackFrames[count] = track.frame(peak);
                    queryFrames[count++] = query.frame(nearest);
                    product += (double) query.frequency(nearest) * track.frequency(peak);
                    steps += Math.abs(query.frequency(nearest) - frequency);
                    square += (double) track.frequency(peak) * track.frequency(peak);
                }
            }
        }

        /** The query's peak nearest in frequency to a place, or -1. */
        private static int nearest(
                Constellation query, double frame, double frequency, double framesMax, double stepsMax) {
            int nearest = -1;
            double distance = Math.nextUp(stepsMax);
            for (int peak = query.firstFrom((int) Math.ceil(frame - framesMax));
                    peak < query.peaks() && query.frame(peak) <= frame + framesMax;
                    peak++) {
                double steps = Math.abs(query.frequency(peak) - frequency);
                if (steps < distance) {
                    nearest = peak;
                    distance = steps;
                }
            }
            return nearest;
        }

        /** The ratio of the query's frequencies to the track's, by least squares. */
        double speed(double supposed) {
            return count == 0 ? supposed : product / square;
        }

        /** See {@link Alignment#agreement}. */
        double agreement() {
            return (count - steps / STEPS_BY_CHANCE) / (trackFrames.length + PEAKS_MISSED);
        }

        /** The median of where the pairs say that the query begins. */
        double offset(double speed, double supposed) {
            if (count == 0) {
                return supposed;
            }
            double[] offsets = new double[count];
            for (int i = 0; i < count; i++) {
                offsets[i] = trackFrames[i] - queryFrames[i] * speed;
            }
            Arrays.sort(offsets);
            return 0.5 * (offsets[count / 2] + offsets[(count - 1) / 2]);
        }
    }
}
