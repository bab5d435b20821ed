package org.hathor.listening.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real recordings among the evaluation data: librosa's examples, each in two qualities. */
final class Recordings {
    /** What a machine without them is told. */
    static final String MISSING = "no recordings at audio-librosa in the data folder";

    private Recordings() {}

    /** All files, in both qualities; none where this machine lacks them. */
    static List<Path> all(BenchContext context) throws IOException {
        Path folder = context.data().resolve("audio-librosa/audio");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ogg"))
                    .sorted()
                    .toList();
        }
    }

    /** Each recording once. */
    static List<Path> once(BenchContext context) throws IOException {
        return all(context).stream()
                .filter(file -> !file.toString().endsWith(".hq.ogg"))
                .toList();
    }
}
