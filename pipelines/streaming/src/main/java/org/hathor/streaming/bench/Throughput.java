package org.hathor.streaming.bench;

/**
 * How long it took to work through how many events.
 *
 * @param events more than 0
 * @param nanos nanoseconds from the first event to the last
 * @param cpuNanos nanoseconds of processor time spent meanwhile, by all processors together
 */
record Throughput(long events, long nanos, long cpuNanos) {
    double perSecond() {
        return events * 1e9 / Math.max(1, nanos);
    }

    /** Microseconds of processor time an event; unlike the pace it says little about who else uses the machine. */
    double cpuMicrosPerEvent() {
        return cpuNanos / 1e3 / events;
    }
}
