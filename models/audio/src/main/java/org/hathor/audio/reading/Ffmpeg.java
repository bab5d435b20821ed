package org.hathor.audio.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * The ffmpeg executable.
 *
 * @param executable the program; its shared libraries lie beside it
 */
public record Ffmpeg(Path executable) {
    private static final Class<?> PRESET = org.bytedeco.ffmpeg.ffmpeg.class;

    public Ffmpeg {
        Objects.requireNonNull(executable, "executable");
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(executable + " is no executable; give the path of an ffmpeg 6 or newer");
        }
    }

    /** The one that came with Maven, unpacked into javacpp's cache folder (its {@code cachedir} property is heeded). */
    public static Ffmpeg bundled() {
        try {
            return bundled(Loader.getCacheDir().toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "javacpp has no cache folder; set the property org.bytedeco.javacpp.cachedir to a writable one", e);
        }
    }

    /**
     * The one that came with Maven, unpacked once into a folder of its own under {@code cache}. Several processes may
     * do so at once: each unpacks aside and the first to rename wins.
     *
     * @throws IllegalStateException if there is none for this machine's platform on the class path
     */
    public static Ffmpeg bundled(Path cache) {
        String platform = Loader.getPlatform();
        URL resource = PRESET.getResource(platform + "/ffmpeg");
        if (resource == null) {
            throw new IllegalStateException(
                    "no ffmpeg for %s on the class path; add org.bytedeco:ffmpeg with classifier %s (build with -Dnative.platform=%s)"
                            .formatted(platform, platform, platform));
        }
        try {
            return new Ffmpeg(unpacked(resource, platform, cache));
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg cannot be unpacked into " + cache + "; give a writable folder", e);
        }
    }

    private static Path unpacked(URL resource, String platform, Path cache) throws IOException {
        if (!(resource.openConnection() instanceof JarURLConnection connection)) {
            throw new IllegalStateException("ffmpeg is not in a jar but at " + resource);
        }
        Path jar = Path.of(URI.create(connection.getJarFileURL().toString()));
        Path home = cache.resolve("hathor-" + jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        Path executable = home.resolve("ffmpeg");
        if (Files.isExecutable(executable)) {
            return executable;
        }
        Files.createDirectories(cache);
        Path aside = Files.createTempDirectory(cache, "unpacking");
        unpack(connection, PRESET.getPackageName().replace('.', '/') + "/" + platform + "/", aside);
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            delete(aside);
        } catch (FileSystemException e) {
            delete(aside);
            if (!Files.isExecutable(executable)) {
                throw e;
            }
        }
        return executable;
    }

    private static void unpack(JarURLConnection connection, String folder, Path into) throws IOException {
        for (Enumeration<JarEntry> entries = connection.getJarFile().entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName().startsWith(folder) ? entry.getName().substring(folder.length()) : "";
            // The libraries of javacpp's Java bindings are left out: nothing is loaded into this process.
            if (name.isEmpty() || name.contains("/") || name.startsWith("libjni")) {
                continue;
            }
            Path file = into.resolve(name);
            try (InputStream bytes = connection.getJarFile().getInputStream(entry)) {
                Files.copy(bytes, file);
            }
            if (!name.contains(".so") && !file.toFile().setExecutable(true)) {
                throw new IOException(file + " cannot be made executable; is the folder mounted noexec?");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
