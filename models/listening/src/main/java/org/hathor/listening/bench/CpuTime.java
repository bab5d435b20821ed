package org.hathor.listening.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Seconds of processor this process has used, compilation and memory management included: what is measured when others
 * use the machine too.
 */
final class CpuTime {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuTime() {}

    /** Seconds used so far. */
    static double seconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    /**
     * The least seconds that a task takes in so many rounds.
     *
     * @param times that it runs in a round: the clock ticks every 10 ms only, so a round should last a second
     */
    static double least(int rounds, int times, Runnable task) {
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            double before = seconds();
            for (int time = 0; time < times; time++) {
                task.run();
            }
            least = Math.min(least, (seconds() - before) / times);
        }
        return least;
    }
}
