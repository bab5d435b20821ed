package org.hathor.listening.analyse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hathor.mood.ModelCard;
import org.hathor.mood.MoodModel;

/**
 * The mood network of this machine: of the versions below {@code models/mood} of the platform's data folder that were
 * promoted, the one that was written last.
 */
final class InstalledMoodModel {
    private static final String NONE = "No mood model is installed: ./hathor job train-mood trains one.";
    private static final String NOT_PROMOTED =
            "No mood model that was trained here is good enough to be shown (the last was %s): give train-mood more music.";

    /** What a model's folder gets last. */
    private static final String DESCRIPTION = "network.json";

    /** A version that is whole. */
    private record Version(Path folder, ModelCard card, FileTime written) {}

    private final Path folder;

    /** @param data the platform's data folder; need not exist */
    InstalledMoodModel(Path data) {
        this.folder = data.resolve("models").resolve("mood");
    }

    /**
     * Loads it.
     *
     * @return nothing where none was trained, or none was promoted
     * @throws IOException when one is there and cannot be read
     */
    Optional<MoodModel> load() throws IOException {
        Optional<Path> promoted = promoted();
        return promoted.isPresent() ? Optional.of(MoodModel.load(promoted.get())) : Optional.empty();
    }

    /** Its folder. */
    Optional<Path> promoted() throws IOException {
        return versions().stream()
                .filter(version -> version.card().promoted())
                .max(Comparator.comparing(Version::written))
                .map(Version::folder);
    }

    /** What a person is told where there is none. */
    String absence() throws IOException {
        return versions().stream()
                .max(Comparator.comparing(Version::written))
                .map(last -> NOT_PROMOTED.formatted(last.card().because()))
                .orElse(NONE);
    }

    private List<Version> versions() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> whole;
        try (Stream<Path> all = Files.list(folder)) {
            whole = all.filter(version -> !version.getFileName().toString().startsWith(".")
                            && Files.exists(version.resolve(DESCRIPTION)))
                    .toList();
        }
        List<Version> versions = new ArrayList<>();
        for (Path version : whole) {
            versions.add(new Version(version, card(version), Files.getLastModifiedTime(version.resolve(DESCRIPTION))));
        }
        return versions;
    }

    private static ModelCard card(Path version) throws IOException {
        try {
            return MoodModel.card(version);
        } catch (IllegalArgumentException e) {
            throw new IOException("the card in %s cannot be read: %s".formatted(version, e.getMessage()), e);
        }
    }
}
