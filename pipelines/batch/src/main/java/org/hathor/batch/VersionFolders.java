package org.hathor.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the files of a model's versions lie: {@code models/<model>/<version>/}. A version appears whole or not at all:
 * it is written beside and renamed.
 */
public final class VersionFolders {
    private final Path root;

    /**
     * @param data the platform's data folder
     * @param model the model's name in a path
     */
    public VersionFolders(Path data, String model) {
        this.root = data.resolve("models").resolve(model).toAbsolutePath();
    }

    public Path of(String version) {
        return root.resolve(version);
    }

    /** Where a training of this version keeps what it needs to go on; {@link #finished} removes it. */
    public Path training(String version) {
        return root.resolve(".training-" + version);
    }

    /** Writes the files of a version into an empty folder. */
    public interface Contents {
        void writeTo(Path folder) throws IOException;
    }

    /** Writes a version, in place of one of the same name that a run left which did not come to its end. */
    public Path write(String version, Contents contents) {
        Path fresh = root.resolve(".writing-" + version);
        try {
            delete(fresh);
            contents.writeTo(Files.createDirectories(fresh));
            delete(of(version));
            return Files.move(fresh, of(version), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model to " + root, e);
        }
    }

    /** Removes a version's files. */
    public void remove(String version) {
        try {
            delete(of(version));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + of(version), e);
        }
    }

    /** Removes what is left of this training and of any that was given up; nobody else may be training. */
    public void finished() {
        try (Stream<Path> all = Files.list(root)) {
            for (Path path : all.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList()) {
                delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + root, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
