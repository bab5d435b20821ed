package org.hathor.audio.pitch;

/**
 * Probability that each trough of a difference function is the period, the threshold of YIN being unknown but beta
 * distributed (Mauch and Dixon, "pYIN", ICASSP 2014, section 2.1; the preference of short periods among the troughs
 * below a threshold as in librosa).
 */
final class ThresholdPrior {
    /** After this many troughs the preference is below e⁻⁴⁰ for any parameter that prefers at all. */
    private static final int STEPS = 16;

    /** Thresholds as unlikely as this change nothing. */
    private static final double NEGLIGIBLE = 1e-12;

    private final double[] thresholds;
    private final double[] weights;
    private final double noTroughProb;
    private final double boltzmann;
    private final double[] decay;

    ThresholdPrior(PitchSettings settings) {
        int count = settings.thresholdCount();
        this.thresholds = new double[count];
        this.weights = new double[count];
        this.noTroughProb = settings.noTroughProb();
        this.boltzmann = settings.boltzmannParameter();
        double total = 0;
        for (int j = 0; j < count; j++) {
            thresholds[j] = (j + 1.0) / count;
            weights[j] = mass((double) j / count, thresholds[j], settings.betaA(), settings.betaB());
            total += weights[j];
        }
        for (int j = 0; j < count; j++) {
            weights[j] /= total;
        }
        this.decay = new double[(int) Math.ceil(Math.max(1, STEPS * 2 / boltzmann))];
        for (int k = 0; k < decay.length; k++) {
            decay[k] = Math.exp(-boltzmann * k);
        }
    }

    /**
     * @param heights of the troughs, shortest period first
     * @param count how many there are
     * @param probabilities takes their probabilities
     */
    void probabilities(float[] heights, int count, double[] probabilities) {
        int deepest = 0;
        for (int i = 0; i < count; i++) {
            probabilities[i] = 0;
            if (heights[i] < heights[deepest]) {
                deepest = i;
            }
        }
        if (count == 0) {
            return;
        }
        for (int j = 0; j < thresholds.length; j++) {
            double threshold = thresholds[j];
            if (heights[deepest] >= threshold) {
                probabilities[deepest] += noTroughProb * weights[j];
            } else if (weights[j] > NEGLIGIBLE) {
                spread(heights, count, threshold, weights[j], probabilities);
            }
        }
    }

    private void spread(float[] heights, int count, double threshold, double weight, double[] probabilities) {
        int below = 0;
        for (int i = 0; i < count; i++) {
            below += heights[i] < threshold ? 1 : 0;
        }
        double first = weight * (1 - decay(1)) / (1 - Math.exp(-boltzmann * below));
        int position = 0;
        for (int i = 0; i < count && position < decay.length; i++) {
            if (heights[i] < threshold) {
                probabilities[i] += first * decay[position++];
            }
        }
    }

    private double decay(int k) {
        return k < decay.length ? decay[k] : Math.exp(-boltzmann * k);
    }

    /**
     * Integral of x^(a−1) (1−x)^(b−1), by Simpson's rule; the constant cancels when the weights are made to sum to 1.
     */
    private static double mass(double from, double to, double a, double b) {
        int steps = 32;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = from + (to - from) * i / steps;
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.pow(x, a - 1) * Math.pow(1 - x, b - 1);
        }
        return sum * (to - from) / steps / 3;
    }
}
