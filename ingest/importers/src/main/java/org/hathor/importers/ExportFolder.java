package org.hathor.importers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the files of an export in a folder, in a zip, or the one file it was pointed at. */
final class ExportFolder {
    private static final int DEPTH_MAX = 6;
    private static final int NAMES_SHOWN_MAX = 5;

    private ExportFolder() {}

    /**
     * The export's files, ordered by name.
     *
     * @throws WrongExportException when there are none, or when they are of different parts of the format
     */
    static List<ExportFile> find(Path path, ExportFormat format) {
        if (!Files.exists(path)) {
            throw new WrongExportException("there is nothing at %s".formatted(path));
        }
        List<ExportFile> candidates = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> found = Files.walk(path, DEPTH_MAX)) {
                found.filter(Files::isRegularFile).forEach(file -> add(file, label(path, file), candidates));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            add(path, path.getFileName().toString(), candidates);
        }
        List<ExportFile> files = candidates.stream()
                .filter(file -> format.part(file.fileName()).isPresent())
                .sorted(Comparator.comparing(ExportFile::label))
                .toList();
        Set<String> parts = new TreeSet<>();
        files.forEach(file -> parts.add(format.part(file.fileName()).orElseThrow()));
        if (files.isEmpty()) {
            throw new WrongExportException("no %s export at %s: looked for %s, found %s"
                    .formatted(format.name(), path, format.files(), named(candidates)));
        }
        if (parts.size() > 1) {
            throw new WrongExportException(
                    "%s holds %s, which tell the same listens in different words: import one of them"
                            .formatted(path, String.join(" and ", parts)));
        }
        return files;
    }

    private static void add(Path file, String label, List<ExportFile> files) {
        if (!label.endsWith(".zip")) {
            files.add(new ExportFile(file.toAbsolutePath().toString(), null, label));
            return;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .forEach(entry ->
                            files.add(new ExportFile(file.toAbsolutePath().toString(), entry, label + "!" + entry)));
        } catch (IOException e) {
            throw new WrongExportException("%s is no readable zip: %s".formatted(file, e.getMessage()));
        }
    }

    private static String label(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String named(List<ExportFile> candidates) {
        if (candidates.isEmpty()) {
            return "no files at all";
        }
        String names = String.join(
                ", ",
                candidates.stream()
                        .map(ExportFile::label)
                        .sorted()
                        .limit(NAMES_SHOWN_MAX)
                        .toList());
        return candidates.size() <= NAMES_SHOWN_MAX
                ? names
                : "%s and %d more".formatted(names, candidates.size() - NAMES_SHOWN_MAX);
    }
}
