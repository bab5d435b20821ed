package org.hathor.listening.analyse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hathor.mood.MoodModel;

/** The mood network of this machine: the newest version below {@code models/mood} of the platform's data folder. */
final class InstalledMoodModel {
    /** What a person is told where there is none. */
    static final String NONE = "No mood model is installed: ./hathor job train-mood trains one.";

    private final Path folder;

    /** @param data the platform's data folder; need not exist */
    InstalledMoodModel(Path data) {
        this.folder = data.resolve("models").resolve("mood");
    }

    /**
     * Loads it.
     *
     * @return nothing where none was trained
     * @throws IOException when one is there and cannot be read
     */
    Optional<MoodModel> load() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            Optional<Path> newest = versions.filter(
                            version -> !version.getFileName().toString().startsWith(".")
                                    && Files.exists(version.resolve("network.json")))
                    .max(Comparator.comparing(version -> version.getFileName().toString()));
            return newest.isPresent() ? Optional.of(MoodModel.load(newest.get())) : Optional.empty();
        }
    }
}
