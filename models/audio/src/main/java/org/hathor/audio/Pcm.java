package org.hathor.audio;

import java.util.Objects;

/**
 * Decoded audio, held whole.
 *
 * @param channels one array a channel, all of one length, samples in [-1, 1]
 * @param sampleRate samples a second, in hertz
 */
@SuppressWarnings("ArrayRecordComponent") // Samples are handed on, never compared.
public record Pcm(float[][] channels, int sampleRate) {
    public Pcm {
        Objects.requireNonNull(channels, "channels");
        if (channels.length == 0) {
            throw new IllegalArgumentException("channels: at least one is needed");
        }
        for (float[] channel : channels) {
            if (channel.length != channels[0].length) {
                throw new IllegalArgumentException("channels: all must have the same number of samples");
            }
        }
        if (sampleRate <= 0) {
            throw new IllegalArgumentException("sampleRate must be positive, not " + sampleRate);
        }
    }

    /** One channel. */
    public static Pcm mono(float[] samples, int sampleRate) {
        return new Pcm(new float[][] {samples}, sampleRate);
    }

    /** Samples in each channel. */
    public int length() {
        return channels[0].length;
    }

    /** Length in seconds. */
    public double seconds() {
        return (double) length() / sampleRate;
    }

    /** The mean of all channels; the channel itself, not a copy, where there is one. */
    public float[] toMono() {
        if (channels.length == 1) {
            return channels[0];
        }
        float[] mono = new float[length()];
        for (float[] channel : channels) {
            for (int i = 0; i < mono.length; i++) {
                mono[i] += channel[i] / channels.length;
            }
        }
        return mono;
    }
}
