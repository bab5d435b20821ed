package org.hathor.audio.pitch;

/**
 * YIN: the first trough of the normalised difference below a threshold, else the deepest point (de Cheveigné and
 * Kawahara, "YIN, a fundamental frequency estimator for speech and music", JASA 111, 2002). It has an answer for every
 * frame, voiced or not. Not for two threads.
 */
public final class Yin {
    private final PitchSettings settings;
    private final DifferenceFunction difference;

    public Yin(PitchSettings settings) {
        this.settings = settings;
        this.difference = new DifferenceFunction(settings);
    }

    /** Frequency in hertz of each frame of a mono signal, samples in [−1, 1]. */
    public float[] f0(float[] signal) {
        difference.restart();
        float[] f0 = new float[settings.frames(signal.length)];
        for (int frame = 0; frame < f0.length; frame++) {
            float[] values = difference.of(signal, settings.start(frame));
            int lag = lag(values);
            f0[frame] = (float) (settings.sampleRate() / (settings.minPeriod() + lag + Trough.offset(values, lag)));
        }
        return f0;
    }

    private int lag(float[] values) {
        int deepest = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < settings.troughThreshold() && Trough.at(values, i)) {
                return i;
            }
            if (values[i] < values[deepest]) {
                deepest = i;
            }
        }
        return deepest;
    }
}
