package org.hathor.audio.spectrum;

import java.util.Arrays;

/** In loops, small enough and alike enough in their indices for the compiler to make vector instructions of them. */
final class LoopLaneKernels implements LaneKernels {
    @Override
    public void addTwo(float[][] rows, int first, float[] weights, float[] a, float[] b) {
        for (int k = 0; 2 * k < weights.length; k++) {
            add(a, rows[first + k], weights[2 * k]);
            add(b, rows[first + k], weights[2 * k + 1]);
        }
    }

    private static void add(float[] into, float[] row, float weight) {
        for (int i = 0; i < into.length; i++) {
            into[i] += row[i] * weight;
        }
    }

    @Override
    public void weighFour(float[][] rows, float[] weights, float[][] into, int first) {
        for (int j = 0; j < 4; j++) {
            Arrays.fill(into[first + j], 0);
            int k = 0;
            for (; k + 4 <= rows.length; k += 4) {
                addFour(into[first + j], rows, k, weights, 4 * k + j);
            }
            for (; k < rows.length; k++) {
                add(into[first + j], rows[k], weights[4 * k + j]);
            }
        }
    }

    private static void addFour(float[] into, float[][] rows, int first, float[] weights, int firstWeight) {
        float[] p = rows[first];
        float[] q = rows[first + 1];
        float[] r = rows[first + 2];
        float[] s = rows[first + 3];
        float weightP = weights[firstWeight];
        float weightQ = weights[firstWeight + 4];
        float weightR = weights[firstWeight + 8];
        float weightS = weights[firstWeight + 12];
        for (int i = 0; i < into.length; i++) {
            into[i] = into[i] + p[i] * weightP + q[i] * weightQ + r[i] * weightR + s[i] * weightS;
        }
    }

    @Override
    public void largest(float[][] rows, float[] into) {
        for (float[] row : rows) {
            for (int i = 0; i < into.length; i++) {
                into[i] = Math.max(into[i], row[i]);
            }
        }
    }

    @Override
    public long peaks(float[] before, float[] here, float[] after, float[] threshold) {
        long peaks = 0;
        for (int i = 0; i < here.length; i++) {
            if (here[i] > threshold[i] && here[i] > before[i] && here[i] >= after[i]) {
                peaks |= 1L << i;
            }
        }
        return peaks;
    }

    @Override
    public void decibels(float[] power, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = FastDecibels.ofPower(power[i]);
        }
    }
}
