package org.hathor.audio.reading;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The samples wanted of a recording.
 *
 * @param sampleRate in hertz, 1,000 to 384,000; empty for the recording's own
 * @param channels how many, and how they are mixed
 */
public record AudioFormat(OptionalInt sampleRate, Channels channels) {
    static final int SAMPLE_RATE_MIN = 1_000;
    static final int SAMPLE_RATE_MAX = 384_000;

    public AudioFormat {
        Objects.requireNonNull(channels, "channels");
        if (sampleRate.isPresent() && !reasonable(sampleRate.getAsInt())) {
            throw new IllegalArgumentException("sampleRate must lie between %d and %d, not %d"
                    .formatted(SAMPLE_RATE_MIN, SAMPLE_RATE_MAX, sampleRate.getAsInt()));
        }
    }

    /** One channel at a rate in hertz: what every feature but loudness is measured on. */
    public static AudioFormat mono(int sampleRate) {
        return new AudioFormat(OptionalInt.of(sampleRate), Channels.MONO);
    }

    /** Two channels at a rate in hertz. */
    public static AudioFormat stereo(int sampleRate) {
        return new AudioFormat(OptionalInt.of(sampleRate), Channels.STEREO);
    }

    /** The recording's own rate, one or two channels: no resampling before true peak and loudness. */
    public static AudioFormat asRecorded() {
        return new AudioFormat(OptionalInt.empty(), Channels.AS_RECORDED);
    }

    static boolean reasonable(int sampleRate) {
        return sampleRate >= SAMPLE_RATE_MIN && sampleRate <= SAMPLE_RATE_MAX;
    }
}
