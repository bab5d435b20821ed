package org.hathor.importers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small made-up exports. */
final class Exports {
    private Exports() {}

    static String spotifyRow(String endTime, String artist, String track, long msPlayed) {
        return "{\"endTime\":\"%s\",\"artistName\":\"%s\",\"trackName\":\"%s\",\"msPlayed\":%d}"
                .formatted(endTime, artist, track, msPlayed);
    }

    static void array(Path file, List<String> rows) throws IOException {
        write(file, "[" + String.join(",\n", rows) + "]");
    }

    /** Gzipped where the name ends so. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
