package org.hathor.audio.spectrum;

import java.util.Arrays;

/**
 * How far a recording is tuned from A = 440 Hz, in parts of a semitone, in [−0.5, 0.5).
 *
 * <p>The spectrum's peaks between 150 Hz and 4 kHz, placed between bins by a parabola, vote for the hundredth of a
 * semitone they lie off the scale; only the louder half of them votes. As librosa's {@code estimate_tuning}, given a
 * power spectrogram as {@code chroma_stft} gives it. Source of the interpolation: J. O. Smith, "Sinusoidal Peak
 * Interpolation".
 */
public final class Tuning {
    private static final double LOWEST_HERTZ = 150;
    private static final double HIGHEST_HERTZ = 4000;
    private static final double THRESHOLD = 0.1;
    private static final int STEPS = 100;

    private final double binHertz;
    private final int firstBin;
    private final int endBin;
    private double[] pitches = new double[1024];
    private double[] magnitudes = new double[1024];
    private int peaks;

    private Tuning(Spectrogram spectrogram) {
        binHertz = spectrogram.frequency(1);
        int last = spectrogram.bins() - 1;
        firstBin = Math.max(1, (int) Math.ceil(LOWEST_HERTZ / binHertz));
        double highest = Math.min(HIGHEST_HERTZ, spectrogram.sampleRate() / 2.0);
        endBin = Math.min(last, (int) Math.ceil(highest / binHertz));
    }

    /** The tuning; 0 where no peak is found. */
    public static double estimate(Spectrogram spectrogram) {
        Tuning tuning = new Tuning(spectrogram);
        float[] frame = new float[spectrogram.bins()];
        for (int t = 0; t < spectrogram.frames(); t++) {
            spectrogram.copyFrame(t, frame);
            tuning.addPeaks(frame);
        }
        return tuning.mostVoted();
    }

    private void addPeaks(float[] frame) {
        float loudest = 0;
        for (float power : frame) {
            loudest = Math.max(loudest, power);
        }
        double threshold = THRESHOLD * loudest;
        for (int k = firstBin; k < endBin; k++) {
            double here = frame[k];
            if (here > threshold) {
                double before = frame[k - 1] > threshold ? frame[k - 1] : 0;
                double after = frame[k + 1] > threshold ? frame[k + 1] : 0;
                if (here > before && here >= after) {
                    add(k, frame[k - 1], here, frame[k + 1]);
                }
            }
        }
    }

    private void add(int bin, double before, double here, double after) {
        double curvature = after + before - 2 * here;
        double slope = (after - before) / 2;
        double shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
        if (peaks == pitches.length) {
            pitches = Arrays.copyOf(pitches, 2 * peaks);
            magnitudes = Arrays.copyOf(magnitudes, 2 * peaks);
        }
        pitches[peaks] = (bin + shift) * binHertz;
        magnitudes[peaks] = here + 0.5 * slope * shift;
        peaks++;
    }

    private double mostVoted() {
        if (peaks == 0) {
            return 0;
        }
        double threshold = median(Arrays.copyOf(magnitudes, peaks));
        int[] votes = new int[STEPS];
        int most = 0;
        for (int i = 0; i < peaks; i++) {
            if (magnitudes[i] >= threshold) {
                votes[step(pitches[i])]++;
            }
        }
        for (int s = 1; s < STEPS; s++) {
            if (votes[s] > votes[most]) {
                most = s;
            }
        }
        return edge(most);
    }

    /** The hundredth of a semitone a pitch lies in. */
    private static int step(double hertz) {
        double semitones = 12 * (Math.log(hertz / (440.0 / 16)) / Math.log(2));
        double off = semitones - Math.floor(semitones);
        if (off >= 0.5) {
            off -= 1;
        }
        int step = Math.min(STEPS - 1, Math.max(0, (int) ((off + 0.5) * STEPS)));
        if (off < edge(step)) {
            return step - 1;
        }
        return step < STEPS - 1 && off >= edge(step + 1) ? step + 1 : step;
    }

    private static double edge(int step) {
        return -0.5 + step * (1.0 / STEPS);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
