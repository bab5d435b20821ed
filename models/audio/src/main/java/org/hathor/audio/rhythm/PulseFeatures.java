package org.hathor.audio.rhythm;

import java.util.Arrays;
import org.hathor.audio.tonality.PitchClasses;

/**
 * What a recording does at the beats of one hypothesis: how each of seven curves (the five regions of spectral flux,
 * harmonic change among bass and treble) is spread over a beat, how it repeats from beat to beat, and the tempo itself.
 * A backbeat, a bar's chord change, eighths between the beats or three of them: what tells a beat from its half, its
 * double and its third is in these numbers.
 */
final class PulseFeatures {
    /** Positions within a beat: enough for halves, thirds and quarters. */
    private static final int POSITIONS = 12;
    /** Beats apart at which repetition is measured. */
    private static final int[] LAGS = {1, 2, 3, 4, 6, 8};

    /** Of a curve's mean: below this nothing happens. */
    private static final double FLOOR = 0.1;

    private static final int CURVES = SpectralFlux.REGIONS + 2;
    private static final int TEMPO_TERMS = 4;
    /** Length of the vector. */
    static final int COUNT = CURVES * (POSITIONS + 2 + 2 * LAGS.length) + TEMPO_TERMS;
    /** Seconds before and after an instant that harmonic change compares. */
    private static final double HARMONY_SECONDS = 0.4;

    private final float[][] curves;
    private final double framesPerSecond;

    PulseFeatures(SpectralFlux flux, PitchClasses pitchClasses) {
        framesPerSecond = flux.framesPerSecond();
        curves = new float[CURVES][flux.frames()];
        for (int t = 0; t < flux.frames(); t++) {
            for (int r = 0; r < SpectralFlux.REGIONS; r++) {
                curves[r][t] = flux.regions()[t][r];
            }
        }
        for (int r = 0; r < SpectralFlux.REGIONS; r++) {
            curves[r] = smoothed(curves[r]);
        }
        curves[SpectralFlux.REGIONS] = change(pitchClasses.bass(), pitchClasses.framesPerSecond());
        curves[SpectralFlux.REGIONS + 1] = change(pitchClasses.treble(), pitchClasses.framesPerSecond());
        for (float[] curve : curves) {
            double mean = 0;
            for (float value : curve) {
                mean += value / curve.length;
            }
            for (int t = 0; t < curve.length && mean > 0; t++) {
                curve[t] /= (float) mean;
            }
        }
    }

    /** @param beats instants in frames, ascending, at least two */
    float[] of(double[] beats) {
        float[] features = new float[COUNT];
        int next = 0;
        double[] on = new double[beats.length - 1];
        double[] off = new double[beats.length - 1];
        for (float[] curve : curves) {
            for (int p = 0; p < POSITIONS; p++) {
                double sum = 0;
                for (int b = 0; b < on.length; b++) {
                    double value = at(curve, beats[b] + (beats[b + 1] - beats[b]) * p / POSITIONS);
                    sum += value;
                    if (p == 0) {
                        on[b] = value;
                    } else if (p == POSITIONS / 2) {
                        off[b] = value;
                    }
                }
                features[next++] = (float) Math.log(FLOOR + sum / on.length);
            }
            features[next++] = (float) meanLogarithm(on);
            features[next++] = (float) meanLogarithm(off);
            for (int lag : LAGS) {
                features[next++] = (float) correlation(on, lag);
                features[next++] = (float) correlation(off, lag);
            }
        }
        double octaves = Math.log(60 * framesPerSecond * on.length / (beats[on.length] - beats[0]) / 110) / Math.log(2);
        for (int power = 1; power <= TEMPO_TERMS; power++) {
            features[next++] = (float) Math.pow(octaves, power);
        }
        return features;
    }

    /** Far below the logarithm of the mean where every other beat is empty: what is half as slow is told by this. */
    private static double meanLogarithm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.log(FLOOR + value);
        }
        return sum / values.length;
    }

    private static double at(float[] curve, double frame) {
        int left = (int) frame;
        if (left < 0 || left + 1 >= curve.length) {
            return 0;
        }
        return curve[left] + (frame - left) * (curve[left + 1] - curve[left]);
    }

    private static double correlation(double[] values, int lag) {
        int n = values.length - lag;
        if (n < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).average().orElse(0);
        double product = 0;
        double squares = 1e-9;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            product += i < n ? (values[i] - mean) * (values[i + lag] - mean) : 0;
        }
        return product / n / (squares / values.length);
    }

    private static float[] smoothed(float[] curve) {
        float[] smooth = new float[curve.length];
        for (int t = 2; t < curve.length - 2; t++) {
            smooth[t] = (curve[t - 2] + 2 * curve[t - 1] + 3 * curve[t] + 2 * curve[t + 1] + curve[t + 2]) / 9;
        }
        return smooth;
    }

    /** One less the cosine between what sounds before and after each frame, 0 where either is silent. */
    private float[] change(float[][] classes, double classesPerSecond) {
        int reach = Math.max(1, (int) Math.round(HARMONY_SECONDS * classesPerSecond));
        float[] coarse = new float[classes.length];
        for (int t = 0; t < classes.length; t++) {
            double dot = 0;
            double left = 0;
            double right = 0;
            for (int c = 0; c < classes[t].length; c++) {
                double before = 0;
                double after = 0;
                for (int d = 1; d <= reach; d++) {
                    before += t - d >= 0 ? classes[t - d][c] : 0;
                    after += t + d - 1 < classes.length ? classes[t + d - 1][c] : 0;
                }
                dot += before * after;
                left += before * before;
                right += after * after;
            }
            coarse[t] = left > 0 && right > 0 ? (float) (1 - dot / Math.sqrt(left * right)) : 0;
        }
        float[] fine = new float[curves[0].length];
        for (int t = 0; t < fine.length; t++) {
            fine[t] = (float) at(coarse, t / framesPerSecond * classesPerSecond);
        }
        return fine;
    }
}
