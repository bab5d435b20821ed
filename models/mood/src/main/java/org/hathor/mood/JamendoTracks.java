package org.hathor.mood;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tracks that a list of MTG-Jamendo names: tab-separated, one track a line, its tags from the sixth column on. The
 * audio is not in it.
 */
public final class JamendoTracks {
    private static final String HEADER = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS";
    private static final int FIRST_TAG = 5;

    private JamendoTracks() {}

    /**
     * @param id of the track
     * @param artist whose it is: tracks of one artist should stand on one side of a split
     * @param path of its audio in the data set's folders
     * @param seconds its length
     * @param tags with the data set's prefix
     */
    public record JamendoTrack(String id, String artist, String path, double seconds, List<String> tags) {
        public JamendoTrack {
            tags = List.copyOf(tags);
        }

        /** What the tags say of its moods. */
        public MoodLabels labels() {
            return MoodTags.labels(tags);
        }
    }

    /**
     * Reads a list, such as {@code split-0/autotagging_moodtheme-train.tsv}.
     *
     * @throws IOException when it cannot be read or a line is not as described
     */
    public static List<JamendoTrack> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw new IOException("%s is no list of MTG-Jamendo: it does not begin with %s"
                    .formatted(file, HEADER.replace('\t', ' ')));
        }
        List<JamendoTrack> tracks = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                tracks.add(track(file, i + 1, lines.get(i).strip().split("\t")));
            }
        }
        return tracks;
    }

    private static JamendoTrack track(Path file, int line, String[] columns) throws IOException {
        if (columns.length <= FIRST_TAG) {
            throw new IOException(
                    "%s, line %d: %d columns, at least 6 are needed".formatted(file, line, columns.length));
        }
        try {
            return new JamendoTrack(
                    columns[0],
                    columns[1],
                    columns[3],
                    Double.parseDouble(columns[4]),
                    Arrays.asList(columns).subList(FIRST_TAG, columns.length));
        } catch (NumberFormatException e) {
            throw new IOException("%s, line %d: the length %s is no number".formatted(file, line, columns[4]), e);
        }
    }
}
