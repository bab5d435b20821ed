package org.hathor.audio.spectrum;

/**
 * Four numbers that describe the outline of each frame's spectrum; librosa's {@code spectral_centroid},
 * {@code spectral_bandwidth}, {@code spectral_rolloff} and {@code spectral_flatness} with their defaults.
 *
 * <p>Source: G. Peeters, "A large set of audio features for sound description" (IRCAM, 2004); flatness: S. Dubnov, IEEE
 * Signal Processing Letters 11 (2004).
 *
 * @param centroid the mean frequency, weighted by magnitude, in hertz; 0 in silence
 * @param bandwidth the standard deviation of frequency, weighted by magnitude, in hertz; 0 in silence
 * @param rolloff the lowest bin's frequency below which 85 % of all magnitude lies, in hertz; 0 in silence
 * @param flatness the geometric over the arithmetic mean of the powers, each at least 1e-10, in (0, 1]: 1 for white
 *     noise and silence, near 0 for a tone
 */
@SuppressWarnings("ArrayRecordComponent") // One value a frame; handed on, never compared.
public record SpectralShape(float[] centroid, float[] bandwidth, float[] rolloff, float[] flatness) {
    private static final double ROLL_PERCENT = 0.85;
    private static final double LEAST_POWER = 1e-10;

    /** Powers of single precision multiplied before a logarithm is taken: their product is a double. */
    private static final int FACTORS = 8;

    /** The shape of every frame. */
    public static SpectralShape of(FrameSource source) {
        int frames = source.frames();
        SpectralShape shape =
                new SpectralShape(new float[frames], new float[frames], new float[frames], new float[frames]);
        double[] magnitude = new double[source.bins()];
        source.forEachFrame((t, power) -> {
            for (int k = 0; k < power.length; k++) {
                magnitude[k] = Math.sqrt(power[k]);
            }
            shape.describe(t, magnitude, source.frequency(1));
            shape.flatness[t] = (float) flatness(power);
        });
        return shape;
    }

    private void describe(int t, double[] magnitude, double binHertz) {
        double total = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < magnitude.length; k++) {
            double weighted = k * magnitude[k];
            total += magnitude[k];
            first += weighted;
            second += k * weighted;
        }
        if (total == 0) {
            return;
        }
        double mean = first / total;
        centroid[t] = (float) (mean * binHertz);
        rolloff[t] = (float) (rolledOff(magnitude, total) * binHertz);
        double variance = second / total - mean * mean;
        // A tone's bandwidth is a small difference of large numbers: then it is summed around the mean.
        bandwidth[t] = (float)
                (binHertz * Math.sqrt(variance > 1e-6 * mean * mean ? variance : around(magnitude, mean) / total));
    }

    private static double around(double[] magnitude, double mean) {
        double sum = 0;
        for (int k = 0; k < magnitude.length; k++) {
            sum += (k - mean) * (k - mean) * magnitude[k];
        }
        return sum;
    }

    private static int rolledOff(double[] magnitude, double total) {
        double threshold = ROLL_PERCENT * total;
        double sum = 0;
        for (int k = 0; k < magnitude.length; k++) {
            sum += magnitude[k];
            if (sum >= threshold) {
                return k;
            }
        }
        return magnitude.length - 1;
    }

    private static double flatness(float[] power) {
        double logarithms = 0;
        double sum = 0;
        double product = 1;
        for (int k = 0; k < power.length; k++) {
            double value = Math.max(LEAST_POWER, power[k]);
            sum += value;
            product *= value;
            if (k % FACTORS == FACTORS - 1) {
                logarithms += Math.log(product);
                product = 1;
            }
        }
        logarithms += Math.log(product);
        return Math.exp(logarithms / power.length) / (sum / power.length);
    }
}
