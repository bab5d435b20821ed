package org.hathor.engines;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The loaded classes of a Java program, kept from its first orderly end for its next starts, which then take about half
 * the time (the JVM's class data sharing). An archive of other jars or another JVM is never read: its name would
 * differ.
 */
public final class ClassArchive {
    private static final int MAGIC_BYTES = 4;

    private ClassArchive() {}

    /**
     * Flags for the JVM: they use the archive of this class path where there is one, and else make it at the end.
     *
     * @param folder where archives are kept
     * @param name of the program
     * @param classPath jars only, as given to {@code -cp} without wildcards; with a folder in it there is no archive
     */
    public static List<String> flags(Path folder, String name, String classPath) {
        Path ofTheJdk = Path.of(System.getProperty("java.home"), "lib/server/classes.jsa");
        List<Path> jars =
                Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        if (!Files.exists(ofTheJdk) || jars.stream().anyMatch(Files::isDirectory)) {
            return List.of();
        }
        try {
            Files.createDirectories(folder);
            Path archive = folder.resolve("%s-%08x.jsa".formatted(name, fingerprint(jars)));
            if (isComplete(archive)) {
                return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
            }
            deleteAll(folder, name);
            return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Every jar of a folder by its full path, in order, then more entries, for {@code -cp}. */
    public static String classPath(Path folder, Path... more) {
        List<String> entries = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            jars.forEach(jar -> entries.add(jar.toAbsolutePath().toString()));
        } catch (IOException e) {
            throw new EngineException("cannot read %s: %s".formatted(folder, e.getMessage()), e);
        }
        entries.sort(null);
        for (Path entry : more) {
            entries.add(entry.toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static int fingerprint(List<Path> jars) throws IOException {
        int hash = Objects.hash(System.getProperty("java.vm.version"), System.getProperty("java.home"));
        for (Path jar : jars) {
            hash = 31 * hash
                    + Objects.hash(
                            jar.toString(),
                            Files.size(jar),
                            Files.getLastModifiedTime(jar).toMillis());
        }
        return hash;
    }

    /** The JVM writes the head last: one that was killed, or found the disk full, leaves zeros there. */
    private static boolean isComplete(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(archive)) {
            byte[] magic = in.readNBytes(MAGIC_BYTES);
            return !Arrays.equals(magic, new byte[magic.length]);
        }
    }

    private static void deleteAll(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, name + "-????????.jsa")) {
            for (Path archive : archives) {
                Files.delete(archive);
            }
        }
    }
}
