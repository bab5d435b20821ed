package org.hathor.streaming.bench;

/**
 * How long it took to work through how many events.
 *
 * @param events more than 0
 * @param nanos nanoseconds from the first event to the last
 */
record Throughput(long events, long nanos) {
    double perSecond() {
        return events * 1e9 / Math.max(1, nanos);
    }
}
