package org.hathor.batch.mood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hathor.mood.ModelCard;
import org.hathor.mood.MoodModel;

/**
 * Where mood networks lie: {@code models/mood/<version>/} with weights, description and card. A version appears whole
 * or not at all: it is written beside and renamed. A training under way has a folder of its own, with its checkpoint.
 */
final class MoodFolder {
    private final Path root;

    /** @param data the platform's data folder */
    MoodFolder(Path data) {
        this.root = data.resolve("models").resolve("mood").toAbsolutePath();
    }

    Path of(String version) {
        return root.resolve(version);
    }

    /** Where a training of this version keeps its checkpoint. */
    Path training(String version) {
        return root.resolve(".training-" + version);
    }

    /** The card of a version that is whole. */
    Optional<ModelCard> card(String version) {
        try {
            return Files.isDirectory(of(version)) ? Optional.of(MoodModel.card(of(version))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the card in " + of(version), e);
        }
    }

    /** Writes a version. */
    Path write(MoodModel model, ModelCard card) {
        Path fresh = root.resolve(".writing-" + card.version());
        try {
            delete(fresh);
            model.save(Files.createDirectories(fresh), card);
            delete(of(card.version()));
            return Files.move(fresh, of(card.version()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model to " + root, e);
        }
    }

    /** Removes a version's files. */
    void remove(String version) {
        try {
            delete(of(version));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + of(version), e);
        }
    }

    /** Removes what is left of this training and of any that was given up; nobody else may be training. */
    void finished() {
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
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
