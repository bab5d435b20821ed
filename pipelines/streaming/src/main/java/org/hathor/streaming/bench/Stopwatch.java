package org.hathor.streaming.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time that passes, and processor time that this whole JVM spends meanwhile: all threads, collector and compiler too.
 */
final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = SYSTEM.getProcessCpuTime();

    private Stopwatch() {}

    static Stopwatch start() {
        return new Stopwatch();
    }

    /** What has been done since the start. */
    Throughput stop(long events) {
        return new Throughput(events, System.nanoTime() - startNanos, SYSTEM.getProcessCpuTime() - startCpuNanos);
    }
}
