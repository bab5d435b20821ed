package org.hathor.recommendation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * MovieLens-100k: 943 users, 1,682 films; the table that recommenders are compared on.
 *
 * <p>Protocol: every rating, whatever its stars, is a positive.
 *
 * @param folder holds {@code u.data} and {@code u.item}
 */
public record Movielens100k(Path folder) implements InteractionSource {
    public Movielens100k {
        Objects.requireNonNull(folder, "folder is null");
    }

    @Override
    public String name() {
        return "movielens";
    }

    @Override
    public ItemKind itemKind() {
        return ItemKind.FILM;
    }

    @Override
    public List<Interaction> read() {
        return new TableFile(folder.resolve("u.data"), "\t", StandardCharsets.UTF_8, 0)
                .rows(3, columns -> new Interaction(columns[0], columns[1], 1));
    }

    @Override
    public Map<String, String> itemNames() {
        Map<String, String> names = new HashMap<>();
        new TableFile(folder.resolve("u.item"), "|", StandardCharsets.ISO_8859_1, 0)
                .rows(2, columns -> names.put(columns[0], columns[1]));
        return names;
    }
}
