package org.hathor.listening.bench;

import java.lang.management.ManagementFactory;

/** The processor time of the current thread: what a computation costs, whoever else is at work on the machine. */
final class ThreadTime {
    private ThreadTime() {}

    static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
