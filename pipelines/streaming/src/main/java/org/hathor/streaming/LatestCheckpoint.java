package org.hathor.streaming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a job goes on: the latest complete checkpoint among those that its earlier runs left in its folder.
 *
 * <p>Each run has a folder named by its random Flink id, with a folder {@code chk-N} for each checkpoint. A checkpoint
 * is complete when its {@code _metadata} stands, for Flink moves that file into place last. N grows over all runs,
 * because a run that goes on from N begins with N + 1; so the highest N is the latest, whatever clocks say.
 */
public final class LatestCheckpoint {
    /** How many checkpoints are kept. */
    static final int KEPT = 3;

    private static final Pattern NAME = Pattern.compile("chk-(\\d{1,18})");

    private LatestCheckpoint() {}

    /**
     * The folder to restore from; empty when there is none.
     *
     * @param folder a job's folder of checkpoints, which need not exist
     */
    public static Optional<Path> in(Path folder) throws IOException {
        return complete(folder).stream().findFirst().map(Checkpoint::path);
    }

    /** Deletes what earlier runs left but the latest few complete checkpoints. No run may be active. */
    static void prune(Path folder) throws IOException {
        List<Path> kept =
                complete(folder).stream().limit(KEPT).map(Checkpoint::path).toList();
        for (Path run : children(folder)) {
            if (kept.stream().noneMatch(path -> path.startsWith(run))) {
                deleteTree(run);
                continue;
            }
            for (Path checkpoint : children(run)) {
                if (NAME.matcher(checkpoint.getFileName().toString()).matches() && !kept.contains(checkpoint)) {
                    deleteTree(checkpoint);
                }
            }
        }
    }

    /** Deletes a folder with all it holds, if it is there. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Latest first. */
    private static List<Checkpoint> complete(Path folder) throws IOException {
        List<Checkpoint> found = new ArrayList<>();
        for (Path run : children(folder)) {
            for (Path path : children(run)) {
                Matcher name = NAME.matcher(path.getFileName().toString());
                Path metadata = path.resolve("_metadata");
                if (name.matches() && Files.isRegularFile(metadata) && Files.size(metadata) > 0) {
                    found.add(new Checkpoint(
                            path,
                            Long.parseLong(name.group(1)),
                            Files.getLastModifiedTime(metadata).toMillis()));
                }
            }
        }
        found.sort(Comparator.comparingLong(Checkpoint::number)
                .thenComparingLong(Checkpoint::writtenAtMs)
                .reversed());
        return found;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).toList();
        }
    }

    private record Checkpoint(Path path, long number, long writtenAtMs) {}
}
