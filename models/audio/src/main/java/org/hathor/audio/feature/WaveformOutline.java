package org.hathor.audio.feature;

/** A track's outline for drawing, always of one length: lowest and highest sample of equal spans, in turn. */
final class WaveformOutline {
    /** Spans. */
    static final int SPANS = 1_000;

    private WaveformOutline() {}

    /**
     * {@code float[2 * SPANS]}, cut to [-1, 1]. Where there are fewer samples than spans, several spans show the same
     * one.
     */
    static float[] of(float[] y) {
        float[] outline = new float[2 * SPANS];
        for (int s = 0; s < SPANS; s++) {
            int from = (int) ((long) s * y.length / SPANS);
            int to = Math.max(from + 1, (int) ((s + 1L) * y.length / SPANS));
            float lowest = y[from];
            float highest = y[from];
            for (int i = from + 1; i < to; i++) {
                lowest = Math.min(lowest, y[i]);
                highest = Math.max(highest, y[i]);
            }
            outline[2 * s] = Math.max(-1, Math.min(1, lowest));
            outline[2 * s + 1] = Math.max(-1, Math.min(1, highest));
        }
        return outline;
    }
}
