package org.hathor.audio.spectrum;

import java.util.Arrays;

/** In loops, small enough and alike enough in their indices for the compiler to make vector instructions of them. */
final class LoopLaneKernels implements LaneKernels {
    @Override
    public void weigh(float[][] rows, int first, float[] weights, float[] into) {
        Arrays.fill(into, 0);
        int k = 0;
        for (; k + 4 <= weights.length; k += 4) {
            int row = first + k;
            addFour(
                    into,
                    rows[row],
                    rows[row + 1],
                    rows[row + 2],
                    rows[row + 3],
                    weights[k],
                    weights[k + 1],
                    weights[k + 2],
                    weights[k + 3]);
        }
        for (; k < weights.length; k++) {
            add(into, rows[first + k], weights[k]);
        }
    }

    @Override
    public void weighTwelve(float[][] rows, float[] weights, float[][] into) {
        float[] own = new float[rows.length];
        for (int j = 0; j < into.length; j++) {
            for (int k = 0; k < own.length; k++) {
                own[k] = weights[into.length * k + j];
            }
            weigh(rows, 0, own, into[j]);
        }
    }

    private static void addFour(
            float[] into,
            float[] p,
            float[] q,
            float[] r,
            float[] s,
            float weightP,
            float weightQ,
            float weightR,
            float weightS) {
        for (int i = 0; i < into.length; i++) {
            into[i] = into[i] + p[i] * weightP + q[i] * weightQ + r[i] * weightR + s[i] * weightS;
        }
    }

    private static void add(float[] into, float[] row, float weight) {
        for (int i = 0; i < into.length; i++) {
            into[i] += row[i] * weight;
        }
    }

    @Override
    public void maximum(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.max(a[i], b[i]);
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
