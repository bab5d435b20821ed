package org.hathor.simulator.music;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One period of a wave, summed from as many harmonics as the sample rate can hold, so that nothing folds back. Tables
 * are shared by everything that plays.
 */
final class Wavetable {
    /** Samples of a period; a power of two, so that a phase of 32 bits wraps by itself. */
    static final int LENGTH = 2048;

    /** How far a 32-bit phase is shifted to give a place in the table. */
    static final int SHIFT = 21;

    /** The share of a place that remains, as a factor of the bits shifted out. */
    static final float FRACTION = 1f / (1 << SHIFT);

    private static final int[] COUNTS = {
        1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256,
        384
    };
    private static final double[] SINE = sine();
    private static final Map<Key, float[]> TABLES = new ConcurrentHashMap<>();

    private Wavetable() {}

    private record Key(Shape shape, int harmonics) {}

    private static double[] sine() {
        double[] sine = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            sine[i] = StrictMath.sin(2 * Math.PI * i / LENGTH);
        }
        return sine;
    }

    /**
     * The table for a wave whose fundamental never exceeds a frequency.
     *
     * @return {@link #LENGTH} samples and the first again
     */
    static float[] of(Shape shape, double hzMax, int sampleRate) {
        int room = (int) (0.46 * sampleRate / hzMax);
        int harmonics = 1;
        for (int count : COUNTS) {
            harmonics = count <= room ? count : harmonics;
        }
        return TABLES.computeIfAbsent(new Key(shape, harmonics), key -> build(key.shape(), key.harmonics()));
    }

    private static float[] build(Shape shape, int harmonics) {
        double[] sum = new double[LENGTH];
        for (int h = 1; h <= harmonics; h++) {
            double strength = shape.harmonic(h);
            // Highest harmonics are faded, for a sum that stops short rings.
            strength *= harmonics < 16 ? 1 : Math.min(1, 4 * (1 - (h - 1) / (double) harmonics));
            for (int i = 0; i < LENGTH; i++) {
                sum[i] += strength * SINE[i * h & LENGTH - 1];
            }
        }
        float[] table = new float[LENGTH + 1];
        for (int i = 0; i <= LENGTH; i++) {
            table[i] = (float) sum[i & LENGTH - 1];
        }
        return table;
    }

    /** How far a phase of 32 bits goes in a sample. */
    static int increment(double hz, int sampleRate) {
        return (int) (long) (hz / sampleRate * 0x1p32);
    }
}
