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
        requireSamples(samples, name);
        requireFinite(samples, name);
    }

    /**
     * @throws NullPointerException naming the argument, when it is null
     * @throws IllegalArgumentException naming the argument, when it is empty
     */
    static void requireSamples(float[] samples, String name) {
        Objects.requireNonNull(samples, name);
        if (samples.length == 0) {
            throw new IllegalArgumentException(name + " is empty");
        }
    }

    /** @throws IllegalArgumentException naming the argument and the first sample that is not finite */
    static void requireFinite(float[] samples, String name) {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new IllegalArgumentException(
                        "%s must be finite everywhere, but sample %d is %s".formatted(name, i, samples[i]));
            }
        }
    }

    /** Checks a sample rate. */
    static void requireSampleRate(int sampleRate) {
        if (sampleRate <= 0) {
            throw new IllegalArgumentException("sampleRate must be positive, not " + sampleRate);
        }
    }
}
