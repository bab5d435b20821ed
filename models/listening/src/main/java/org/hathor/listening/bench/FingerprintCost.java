package org.hathor.listening.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.hathor.audio.fingerprint.Fingerprint;
import org.hathor.audio.fingerprint.Fingerprinter;

/** What fingerprints cost in time and space; several threads may count. */
final class FingerprintCost {
    private final List<Long> queryNanos = new ArrayList<>();
    private long cpuNanos;
    private double seconds;
    private long stored;

    /** A track's fingerprint, its cost counted in processor time of this thread. */
    Fingerprint fingerprinted(float[] samples, int sampleRate) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Fingerprint made = new Fingerprinter().track(samples, sampleRate);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        int bytes = made.toBytes().length;
        synchronized (this) {
            cpuNanos += spent;
            seconds += (double) samples.length / sampleRate;
            stored += bytes;
        }
        return made;
    }

    synchronized void asked(long nanos) {
        queryNanos.add(nanos);
    }

    synchronized double timesRealTime() {
        return seconds / (cpuNanos / 1e9);
    }

    synchronized long storedBytes() {
        return stored;
    }

    /** The time that a share of the queries takes at most: 0.5 for the median. */
    synchronized double queryMillis(double share) {
        return queryNanos.stream()
                        .sorted()
                        .skip((long) (queryNanos.size() * share))
                        .findFirst()
                        .orElse(0L)
                / 1e6;
    }
}
