package org.hathor.listening.analyse;

import java.util.Arrays;
import org.hathor.audio.Pcm;
import org.hathor.audio.loudness.LoudnessMeter;

/** Short-term loudness along a recording: that of the 3 s around each point (EBU Tech 3341). */
final class LoudnessCurve {
    private static final double WINDOW_SECONDS = 3;
    private static final double STEP_SECONDS = 1;
    private static final int POINTS_MAX = 240;
    private static final int SAMPLE_RATE_MIN = 8_000;

    private LoudnessCurve() {}

    /** Loudness in LUFS, evenly spaced: a point a second, at most {@value #POINTS_MAX}. None below 8 kHz. */
    static double[] of(Pcm pcm) {
        if (pcm.sampleRate() < SAMPLE_RATE_MIN) {
            return new double[0];
        }
        int points = (int) Math.max(1, Math.min(POINTS_MAX, Math.ceil(pcm.seconds() / STEP_SECONDS)));
        double[] curve = new double[points];
        for (int point = 0; point < points; point++) {
            double middle = (point + 0.5) * pcm.seconds() / points;
            int from = (int) Math.max(0, (middle - WINDOW_SECONDS / 2) * pcm.sampleRate());
            int to = (int) Math.min(pcm.length(), Math.ceil((middle + WINDOW_SECONDS / 2) * pcm.sampleRate()));
            float[][] part = Arrays.stream(pcm.channels())
                    .map(channel -> Arrays.copyOfRange(channel, from, to))
                    .toArray(float[][]::new);
            curve[point] =
                    LoudnessMeter.measure(new Pcm(part, pcm.sampleRate())).shortTermMaxLufs();
        }
        return curve;
    }
}
