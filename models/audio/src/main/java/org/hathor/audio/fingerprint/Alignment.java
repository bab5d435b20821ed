package org.hathor.audio.fingerprint;

import java.util.Arrays;

/**
 * A query laid over a track, peak by peak.
 *
 * @param offset the track's frame at which the query begins
 * @param speed how many times faster than the track the query is played
 * @param compared peaks of the track in that stretch
 * @param matched those of them that the query has too, each counted from 0 to 1 by how near it lies
 * @param evenShare the matched share of each quarter of the frequency range, averaged: a loop of drums or one note held
 *     with vibrato matches in some of them, the same recording in all that noise has left
 * @param covered the part of the query, 0 to 1, that lies within the track
 */
record Alignment(double offset, double speed, int compared, double matched, double evenShare, double covered) {
    /** Frames between a track's peak and the query's, once the offset is known. */
    private static final double FRAMES_MAX = 1.25;

    /** Frames between them before. */
    private static final double FRAMES_MAX_AT_FIRST = 2;

    /** Steps of frequency between them: three quarters of a bin. */
    private static final double STEPS_MAX = 0.75 * Fingerprint.STEPS_PER_BIN;

    /** More of it before the speed is known, as a share of the frequency: half a step of the speeds that are tried. */
    private static final double STEPS_SHARE_AT_FIRST = 0.003;

    /** What a peak counts less at the greatest lateness. */
    private static final double LATENESS = 0.7;

    /** Peaks without a match that every stretch is taken to have besides its own: few peaks prove little. */
    private static final int PRIOR = 8;

    /** Where the quarters of the frequency range begin, but for the lowest: 250 Hz and each octave above. */
    private static final int[] BAND_STARTS = {steps(250), steps(500), steps(1_000)};

    /** Peaks that every quarter is taken to have besides its own, matched as often as by chance. */
    private static final int BAND_PRIOR = 6;

    /** The share of peaks that is matched by chance. */
    private static final double CHANCE = 0.1;

    /** The alignment nearest to a supposed one. */
    static Alignment near(Fingerprint track, Fingerprint query, double offset, double speed) {
        Pairing first = new Pairing(track, query, offset, speed, FRAMES_MAX_AT_FIRST, STEPS_SHARE_AT_FIRST);
        double better = first.speed(speed);
        Pairing second = new Pairing(track, query, first.offset(better, offset), better, FRAMES_MAX, 0);
        double start = second.offset(better, first.offset(better, offset));
        double length = query.length() * better;
        double within = Math.min(track.length(), start + length) - Math.max(0, start);
        return new Alignment(
                start,
                better,
                second.compared,
                second.matched,
                second.evenShare(),
                length > 0 ? Math.max(0, within) / length : 0);
    }

    private static int steps(double hertz) {
        return (int) Math.round(hertz * PeakFinder.N_FFT * Fingerprint.STEPS_PER_BIN / BandSignal.SAMPLE_RATE);
    }

    /** The matched share, drawn towards 0 where few peaks were compared. */
    double share() {
        return matched / (compared + PRIOR);
    }

    /** The pairs of peaks that lie upon one another. */
    private static final class Pairing {
        private final int[] trackFrames;
        private final double[] queryFrames;
        private final double[] matchedOfBand = new double[BAND_STARTS.length + 1];
        private final int[] comparedOfBand = new int[BAND_STARTS.length + 1];
        private double product;
        private double square;
        private double matched;
        private int compared;
        private int count;

        Pairing(Fingerprint track, Fingerprint query, double offset, double speed, double framesMax, double share) {
            int from = track.firstFrom((int) Math.ceil(offset));
            int to = track.firstFrom((int) Math.ceil(offset + query.length() * speed));
            trackFrames = new int[to - from];
            queryFrames = new double[to - from];
            compared = to - from;
            for (int peak = from; peak < to; peak++) {
                double frame = (track.frame(peak) - offset) / speed;
                double frequency = track.frequency(peak) * speed;
                double stepsMax = STEPS_MAX + share * frequency;
                int band = band(track.frequency(peak));
                int nearest = -1;
                double distance = Double.POSITIVE_INFINITY;
                for (int q = query.firstFrom((int) Math.ceil(frame - framesMax));
                        q < query.peaks() && query.frame(q) <= frame + framesMax;
                        q++) {
                    double steps = Math.abs(query.frequency(q) - frequency);
                    if (steps <= stepsMax && steps < distance) {
                        nearest = q;
                        distance = steps;
                    }
                }
                comparedOfBand[band]++;
                if (nearest >= 0) {
                    double near = nearness(query.frame(nearest) - frame, distance);
                    matched += near;
                    matchedOfBand[band] += near;
                    trackFrames[count] = track.frame(peak);
                    queryFrames[count++] = query.frame(nearest);
                    product += (double) query.frequency(nearest) * track.frequency(peak);
                    square += (double) track.frequency(peak) * track.frequency(peak);
                }
            }
        }

        private static int band(int frequency) {
            int band = 0;
            while (band < BAND_STARTS.length && frequency >= BAND_STARTS[band]) {
                band++;
            }
            return band;
        }

        double evenShare() {
            double sum = 0;
            for (int band = 0; band < comparedOfBand.length; band++) {
                sum += (matchedOfBand[band] + BAND_PRIOR * CHANCE) / (comparedOfBand[band] + BAND_PRIOR);
            }
            return sum / comparedOfBand.length;
        }

        /** 1 for a peak that lies where it should, less for one that is late, early or out of tune. */
        private static double nearness(double frames, double steps) {
            double late = frames / FRAMES_MAX;
            double detuned = steps / STEPS_MAX;
            return Math.max(0, 1 - LATENESS * late * late) * Math.max(0, 1 - detuned * detuned);
        }

        /** The ratio of the query's frequencies to the track's, by least squares. */
        double speed(double supposed) {
            return count == 0 ? supposed : product / square;
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
