package org.hathor.batch.mood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hathor.batch.VersionFolders;
import org.hathor.mood.ModelCard;
import org.hathor.mood.MoodModel;

/** Where mood networks lie: {@code models/mood/<version>/} with weights, description and card. */
final class MoodFolder {
    private final VersionFolders versions;

    /** @param data the platform's data folder */
    MoodFolder(Path data) {
        this.versions = new VersionFolders(data, "mood");
    }

    Path of(String version) {
        return versions.of(version);
    }

    /** Where a training of this version keeps its checkpoint. */
    Path training(String version) {
        return versions.training(version);
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
        return versions.write(card.version(), folder -> model.save(folder, card));
    }

    /** Removes a version's files. */
    void remove(String version) {
        versions.remove(version);
    }

    /** Removes what is left of this training and of any that was given up; nobody else may be training. */
    void finished() {
        versions.finished();
    }
}
