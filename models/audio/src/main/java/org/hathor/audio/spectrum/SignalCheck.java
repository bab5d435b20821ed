package org.hathor.audio.spectrum;

import java.util.Objects;

/** What every analysis asks of a signal. */
final class SignalCheck {
    private SignalCheck() {}

    /**
     * @throws NullPointerException naming the argument, when it is null
     * @throws IllegalArgumentException naming the argument, when it is empty or a sample is not finite
     */
    static void requireSignal(float[] samples, String name) {
        Objects.requireNonNull(samples, name);
        if (samples.length == 0) {
            throw new IllegalArgumentException(name + " is empty");
        }
        if (!allFinite(samples)) {
            for (int i = 0; i < samples.length; i++) {
                if (!Float.isFinite(samples[i])) {
                    throw new IllegalArgumentException(
                            "%s must be finite everywhere, but sample %d is %s".formatted(name, i, samples[i]));
                }
            }
        }
    }

    /** Checks a sample rate. */
    static void requireSampleRate(int sampleRate) {
        if (sampleRate <= 0) {
            throw new IllegalArgumentException("sampleRate must be positive, not " + sampleRate);
        }
    }

    /** Zero times a finite number is zero, times any other it is not a number. Four sums, so that none waits. */
    private static boolean allFinite(float[] samples) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < samples.length; i += 4) {
            a += samples[i] * 0f;
            b += samples[i + 1] * 0f;
            c += samples[i + 2] * 0f;
            d += samples[i + 3] * 0f;
        }
        for (; i < samples.length; i++) {
            a += samples[i] * 0f;
        }
        return a + b + c + d == 0;
    }
}
