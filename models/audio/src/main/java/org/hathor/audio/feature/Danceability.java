package org.hathor.audio.feature;

/**
 * How regular a track's loudness is at the time scales of dancing, by detrended fluctuation analysis: S. Streich and P.
 * Herrera, "Detrended Fluctuation Analysis of Music Signals: Danceability Estimation and further Semantic
 * Characterization", AES 118 (2005).
 *
 * <p>The standard deviations of 10 ms of sound are summed up to a walk; F(τ) is how far the walk strays, in the mean,
 * from straight lines fitted to stretches of τ, and α(τ) the slope of log F over log τ (equation 4, with its correction
 * for short stretches). A strong periodic beat keeps the walk near its line whatever the stretch, so α is near 0;
 * steady noise gives 0.5, and slow drifts 1 and more. The measure is {@code 1 - mean α / 1.5}, held within 0 and 1,
 * over τ from 0.31 to 8.8 s, or to a third of what there is. It does not depend on the level. Silence, and what is
 * shorter than two seconds, has 0.
 */
final class Danceability {
    private static final double BLOCK_SECONDS = 0.01;
    private static final double SHORTEST_SECONDS = 0.31;
    private static final double LONGEST_SECONDS = 8.8;
    private static final double STEP = 1.1;
    private static final double LEAST_SECONDS = 2;
    private static final double DRIFT = 1.5;

    private Danceability() {}

    /** In [0, 1]. */
    static double of(float[] y, int sampleRate) {
        int block = Math.max(1, (int) Math.round(sampleRate * BLOCK_SECONDS));
        int blocks = y.length / block;
        if (blocks < LEAST_SECONDS / BLOCK_SECONDS) {
            return 0;
        }
        double[] walk = walk(y, block, blocks);
        double longest = Math.min(LONGEST_SECONDS / BLOCK_SECONDS, blocks / 3.0);
        double slopes = 0;
        int count = 0;
        int tau = (int) Math.round(SHORTEST_SECONDS / BLOCK_SECONDS);
        double before = fluctuation(walk, tau);
        while (before > 0) {
            int next = (int) Math.max(tau + 1, Math.round(tau * STEP));
            if (next > longest) {
                break;
            }
            double here = fluctuation(walk, next);
            if (here <= 0) {
                break;
            }
            // log10 F(τ+1)/F(τ) over log10 (τ+1+3)/(τ+3): the 3 corrects for what a fitted line takes from short
            // stretches
            slopes += Math.log(here / before) / Math.log((next + 3.0) / (tau + 3.0));
            count++;
            before = here;
            tau = next;
        }
        return count == 0 ? 0 : Math.max(0, Math.min(1, 1 - slopes / count / DRIFT));
    }

    private static double[] walk(float[] y, int block, int blocks) {
        double[] levels = new double[blocks];
        double mean = 0;
        for (int b = 0; b < blocks; b++) {
            levels[b] = deviation(y, b * block, block);
            mean += levels[b] / blocks;
        }
        double[] walk = new double[blocks];
        double sum = 0;
        for (int b = 0; b < blocks; b++) {
            sum += mean > 0 ? levels[b] / mean - 1 : 0;
            walk[b] = sum;
        }
        return walk;
    }

    private static double deviation(float[] y, int from, int length) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < from + length; i++) {
            sum += y[i];
            squares += (double) y[i] * y[i];
        }
        double mean = sum / length;
        return Math.sqrt(Math.max(0, squares / length - mean * mean));
    }

    /** The root of the mean square distance from lines fitted to stretches, which overlap by three quarters. */
    private static double fluctuation(double[] walk, int tau) {
        int hop = Math.max(1, tau / 4);
        double sum = 0;
        int stretches = 0;
        for (int start = 0; start + tau <= walk.length; start += hop) {
            sum += residual(walk, start, tau);
            stretches++;
        }
        double mean = stretches == 0 ? 0 : sum / stretches;
        // rounding leaves a little of what is exactly a line
        return mean < 1e-18 ? 0 : Math.sqrt(mean);
    }

    /** Mean square distance of a stretch from its own line of least squares. */
    private static double residual(double[] walk, int start, int tau) {
        double centre = (tau - 1) / 2.0;
        double mean = 0;
        for (int i = 0; i < tau; i++) {
            mean += walk[start + i];
        }
        mean /= tau;
        double moment = 0;
        double squares = 0;
        for (int i = 0; i < tau; i++) {
            double off = walk[start + i] - mean;
            moment += (i - centre) * off;
            squares += off * off;
        }
        double spread = tau * ((double) tau * tau - 1) / 12;
        return Math.max(0, (squares - moment * moment / spread) / tau);
    }
}
