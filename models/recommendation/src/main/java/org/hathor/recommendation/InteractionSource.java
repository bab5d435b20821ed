package org.hathor.recommendation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A public data set of interactions without times: it can train and judge a recommender, and it is never turned into
 * listens.
 */
public sealed interface InteractionSource permits HetrecLastfm, Movielens100k {
    /** Short name, as in {@code hetrec:FOLDER}. */
    String name();

    /** What its items are. */
    ItemKind itemKind();

    /**
     * Every interaction, in the file's order, each of strength 1: both protocols take every row as a positive.
     *
     * @throws java.io.UncheckedIOException when the files cannot be read
     * @throws IllegalArgumentException when a line is malformed, naming file and line
     */
    List<Interaction> read();

    /** Names of items by id, as people write them; an item may be missing. */
    Map<String, String> itemNames();

    /**
     * Reads {@code hetrec:FOLDER} or {@code movielens:FOLDER}.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    static InteractionSource parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String folder = colon < 0 ? "" : text.substring(colon + 1);
        if (folder.isBlank()) {
            throw new IllegalArgumentException(
                    "interactions must be hetrec:FOLDER or movielens:FOLDER, not '%s'".formatted(text));
        }
        return switch (name) {
            case "hetrec" -> new HetrecLastfm(Path.of(folder));
            case "movielens" -> new Movielens100k(Path.of(folder));
            default ->
                throw new IllegalArgumentException(
                        "interactions must be hetrec:FOLDER or movielens:FOLDER, not '%s'".formatted(text));
        };
    }
}
