package org.hathor.audio.reading;

import java.time.Duration;

/**
 * What one file may cost before it is refused.
 *
 * @param lengthMax longest recording, counted on the samples that really come out
 * @param fileBytesMax largest file, looked at before it is opened
 * @param cpuMax processor time of the decoder, enforced by the kernel; at least one second
 * @param waitMax wall time spent waiting for the decoder, the reader's own work left out
 * @param memoryBytesMax address space of the decoder, enforced by the kernel. Sound out of any container, a film in 4K
 *     among them, is decoded within 128 MiB, code included; near 100 MiB ffmpeg hangs rather than fails, so less than
 *     192 MiB is refused
 * @param lossMax share of a recording that may be undecodable before it counts as corrupt, in [0, 1]: of frames in
 *     error, or of the length its container declares
 * @param silenceDbfs highest peak in dBFS that still counts as silence
 */
public record ReadingLimits(
        Duration lengthMax,
        long fileBytesMax,
        Duration cpuMax,
        Duration waitMax,
        long memoryBytesMax,
        double lossMax,
        double silenceDbfs) {
    private static final long MIB = 1L << 20;

    public ReadingLimits {
        if (lengthMax.isNegative() || lengthMax.isZero()) {
            throw new IllegalArgumentException("lengthMax must be positive, not " + lengthMax);
        }
        if (fileBytesMax <= 0) {
            throw new IllegalArgumentException("fileBytesMax must be positive, not " + fileBytesMax);
        }
        if (cpuMax.toSeconds() < 1) {
            throw new IllegalArgumentException("cpuMax must be a second at least, not " + cpuMax);
        }
        if (waitMax.isNegative() || waitMax.isZero()) {
            throw new IllegalArgumentException("waitMax must be positive, not " + waitMax);
        }
        if (memoryBytesMax < 192 * MIB) {
            throw new IllegalArgumentException("memoryBytesMax must be 192 MiB at least, not " + memoryBytesMax);
        }
        if (!(lossMax >= 0 && lossMax <= 1)) {
            throw new IllegalArgumentException("lossMax must lie in [0, 1], not " + lossMax);
        }
        if (!(silenceDbfs < 0)) {
            throw new IllegalArgumentException("silenceDbfs must be negative, not " + silenceDbfs);
        }
    }

    /**
     * Thirty minutes, 1 GiB of file, one minute of processor, two of waiting, 512 MiB of memory, 5 % lost, and silence
     * up to −80 dBFS (three steps of a 16-bit file: dither is silence, the quietest fade is not).
     */
    public static ReadingLimits standard() {
        return new ReadingLimits(
                Duration.ofMinutes(30), 1024 * MIB, Duration.ofMinutes(1), Duration.ofMinutes(2), 512 * MIB, 0.05, -80);
    }

    public ReadingLimits withLengthMax(Duration longest) {
        return new ReadingLimits(longest, fileBytesMax, cpuMax, waitMax, memoryBytesMax, lossMax, silenceDbfs);
    }

    public ReadingLimits withFileBytesMax(long bytes) {
        return new ReadingLimits(lengthMax, bytes, cpuMax, waitMax, memoryBytesMax, lossMax, silenceDbfs);
    }

    public ReadingLimits withCpuMax(Duration cpu) {
        return new ReadingLimits(lengthMax, fileBytesMax, cpu, waitMax, memoryBytesMax, lossMax, silenceDbfs);
    }

    public ReadingLimits withWaitMax(Duration wait) {
        return new ReadingLimits(lengthMax, fileBytesMax, cpuMax, wait, memoryBytesMax, lossMax, silenceDbfs);
    }

    public ReadingLimits withMemoryBytesMax(long bytes) {
        return new ReadingLimits(lengthMax, fileBytesMax, cpuMax, waitMax, bytes, lossMax, silenceDbfs);
    }

    public ReadingLimits withSilenceDbfs(double dbfs) {
        return new ReadingLimits(lengthMax, fileBytesMax, cpuMax, waitMax, memoryBytesMax, lossMax, dbfs);
    }
}
