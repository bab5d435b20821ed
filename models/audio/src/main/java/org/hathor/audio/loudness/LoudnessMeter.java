package org.hathor.audio.loudness;

import org.hathor.audio.Pcm;

/**
 * Measures loudness as samples come (ITU-R BS.1770-4, EBU R 128 with Tech 3341 and 3342); one or two channels, each
 * weighing the same. A mono recording is one channel: played on two loudspeakers it is 3 LU louder, as every meter of
 * files has it. Memory grows by 80 bytes a second of audio; not for two threads.
 */
public final class LoudnessMeter {
    private static final int RATE_MIN = 8_000;

    private final int sampleRate;
    private final KWeighting[] weightings;
    private final TruePeak[] peaks;
    private final BlockEnergies blocks = new BlockEnergies();
    private long frames;
    private long blockStart;
    private long blockEnd;
    private double blockEnergy;

    /**
     * @param sampleRate in hertz, at least 8,000; what was cut off by resampling is not heard, so the recording's own
     *     rate is best
     * @param channels one or two
     */
    public LoudnessMeter(int sampleRate, int channels) {
        if (sampleRate < RATE_MIN) {
            throw new IllegalArgumentException(
                    "sampleRate must be at least %d, not %d".formatted(RATE_MIN, sampleRate));
        }
        if (channels < 1 || channels > 2) {
            throw new IllegalArgumentException("channels must be one or two, not " + channels);
        }
        this.sampleRate = sampleRate;
        this.weightings = new KWeighting[channels];
        this.peaks = new TruePeak[channels];
        for (int c = 0; c < channels; c++) {
            weightings[c] = new KWeighting(sampleRate);
            peaks[c] = new TruePeak(sampleRate);
        }
        this.blockEnd = tenth(1);
    }

    /** Loudness of a whole recording. */
    public static Loudness measure(Pcm pcm) {
        LoudnessMeter meter = new LoudnessMeter(pcm.sampleRate(), pcm.channels().length);
        meter.add(pcm.channels(), 0, pcm.length());
        return meter.loudness();
    }

    /**
     * Takes the next samples.
     *
     * @param channels one array a channel, of which samples {@code from} (inclusive) to {@code to} (exclusive) are new
     */
    public void add(float[][] channels, int from, int to) {
        if (channels.length != weightings.length) {
            throw new IllegalArgumentException(
                    "%d channels were announced, %d came".formatted(weightings.length, channels.length));
        }
        for (int i = from; i < to; ) {
            int n = (int) Math.min(to - i, blockEnd - frames);
            for (int c = 0; c < channels.length; c++) {
                blockEnergy += weightings[c].energy(channels[c], i, i + n);
                peaks[c].add(channels[c], i, i + n);
            }
            frames += n;
            i += n;
            if (frames == blockEnd) {
                blocks.add(blockEnergy / (blockEnd - blockStart));
                blockEnergy = 0;
                blockStart = blockEnd;
                blockEnd = tenth(blocks.size() + 1);
            }
        }
    }

    /** What was heard so far, which ends the measurement; a last part of less than 100 ms counts for peaks only. */
    public Loudness loudness() {
        double samplePeak = 0;
        double truePeak = 0;
        double squares = 0;
        for (KWeighting weighting : weightings) {
            squares += weighting.squares();
        }
        for (TruePeak peak : peaks) {
            samplePeak = Math.max(samplePeak, peak.samplePeak());
            truePeak = Math.max(truePeak, peak.truePeak());
        }
        return new Loudness(
                blocks.integrated(),
                blocks.range(),
                blocks.momentaryMax(),
                blocks.shortTermMax(),
                Loudness.decibels(truePeak),
                Loudness.decibels(samplePeak),
                Loudness.decibels(frames == 0 ? 0 : Math.sqrt(squares / frames / peaks.length)));
    }

    /** Where the n-th tenth of a second ends, in samples; exact on average where ten does not divide the rate. */
    private long tenth(long n) {
        return Math.round(n * sampleRate / 10.0);
    }
}
