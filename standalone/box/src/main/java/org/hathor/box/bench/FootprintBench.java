package org.hathor.box.bench;

import java.io.IOException;
import java.time.Duration;
import org.hathor.box.BoxSettings;
import org.hathor.box.BoxState;
import org.hathor.box.BoxState.ComponentState;
import org.hathor.engines.ProcessMemory;

/**
 * Seconds from the command to a healthy box, on an empty data folder, and the box's resident memory when nothing
 * happens.
 */
final class FootprintBench {
    private static final Duration SETTLE = Duration.ofSeconds(60);

    private FootprintBench() {}

    static Report run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (ScratchBox box = ScratchBox.start(BoxSettings.Parts.ALL)) {
            Report report = new Report("footprint").with("secondsToStart", (System.nanoTime() - begun) / 1e9);
            System.err.println("letting it idle for %d s".formatted(SETTLE.toSeconds()));
            Thread.sleep(SETTLE.toMillis());
            BoxState state = BoxState.requireRunning(box.data());
            // The benchmark itself is the supervisor here; what it needs beyond a supervisor's 192 MiB heap is its own.
            long total = ProcessMemory.residentBytes(ProcessHandle.current().pid());
            report.with("mib supervisor", total >> 20);
            for (ComponentState component : state.components()) {
                long bytes = ProcessMemory.residentBytesOfFamily(component.pid());
                total += bytes;
                report.with("mib " + component.name(), bytes >> 20);
            }
            return report.with("mib total", total >> 20);
        }
    }
}
