package org.hathor.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The memory of processes as Linux tells it in {@code /proc}. */
public final class ProcessMemory {
    private static final int KIB = 1024;

    private ProcessMemory() {}

    /**
     * Resident bytes of one process. A page shared by n processes counts as 1/n where the system tells it (proportional
     * set size), so that a sum over a family counts each page once; 0 for a process that is gone.
     */
    public static long residentBytes(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        long proportional = valueBytes(folder.resolve("smaps_rollup"), "Pss:");
        return proportional > 0 ? proportional : valueBytes(folder.resolve("status"), "VmRSS:");
    }

    /** Resident bytes of one process and all that it started; 0 for one that is gone. */
    public static long residentBytesOfFamily(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(member -> residentBytes(member.pid()))
                        .sum())
                .orElse(0L);
    }

    private static long valueBytes(Path file, String key) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            return 0;
        }
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                .findFirst()
                .orElse(0);
    }
}
