package org.hathor.recommendation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The HetRec 2011 Last.fm table: 1,892 users and the artists they play most, with play counts and no times.
 *
 * <p>Protocol: artists with at least {@value #LISTENERS_MIN} listeners, every remaining row a positive.
 *
 * @param folder holds {@code user_artists.dat} and {@code artists.dat}
 */
public record HetrecLastfm(Path folder) implements InteractionSource {
    public static final int LISTENERS_MIN = 5;

    public HetrecLastfm {
        Objects.requireNonNull(folder, "folder is null");
    }

    @Override
    public String name() {
        return "hetrec";
    }

    @Override
    public ItemKind itemKind() {
        return ItemKind.ARTIST;
    }

    @Override
    public List<Interaction> read() {
        List<Interaction> rows = new TableFile(folder.resolve("user_artists.dat"), "\t", StandardCharsets.UTF_8, 1)
                .rows(3, columns -> new Interaction(columns[0], columns[1], 1));
        Map<String, Long> listeners = rows.stream().collect(groupingBy(Interaction::itemId, counting()));
        return rows.stream()
                .filter(row -> listeners.get(row.itemId()) >= LISTENERS_MIN)
                .toList();
    }

    @Override
    public Map<String, String> itemNames() {
        Map<String, String> names = new HashMap<>();
        new TableFile(folder.resolve("artists.dat"), "\t", StandardCharsets.UTF_8, 1)
                .rows(2, columns -> names.put(columns[0], columns[1]));
        return names;
    }
}
