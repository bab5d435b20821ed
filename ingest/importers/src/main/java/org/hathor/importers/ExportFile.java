package org.hathor.importers;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One file of an export, plain, gzipped, or an entry of a zip.
 *
 * @param path where it lies
 * @param entry its name inside the zip at that path; null for a file of its own
 * @param label how listens and dead letters name it: the path below the export's folder
 */
record ExportFile(String path, String entry, String label) implements Serializable {
    /** The last part of its name, without {@code .gz}. */
    String fileName() {
        return fileName(entry == null ? path : entry);
    }

    static String fileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** Its bytes, unpacked. */
    InputStream open() throws IOException {
        if (entry == null) {
            return unpacked(Files.newInputStream(Path.of(path)), path);
        }
        ZipFile zip = new ZipFile(path);
        try {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                throw new IOException("%s no longer holds %s".formatted(path, entry));
            }
            return new FilterInputStream(unpacked(zip.getInputStream(found), entry)) {
                @Override
                public void close() throws IOException {
                    try (zip) {
                        super.close();
                    }
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream in, String name) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        return name.endsWith(".gz") ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
