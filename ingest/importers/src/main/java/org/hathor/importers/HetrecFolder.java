package org.hathor.importers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The HetRec 2011 Last.fm dataset: who played which artist how often, without saying when. Plays without a time are no
 * listens; they are interactions that a model can be trained on, so here they are only looked through.
 *
 * @param rows lines of {@code user_artists.dat} after the header
 * @param rejected those that are malformed, name an artist that {@code artists.dat} lacks, or repeat a pair
 * @param plays sum of all play counts
 * @param faults the first few of them, with file and line
 */
record HetrecFolder(long rows, long rejected, int users, int artists, long plays, List<String> faults) {
    static final String NAME = "hetrec-lastfm";
    private static final int FAULTS_SHOWN_MAX = 5;

    /** @throws WrongExportException when the folder is no such dataset */
    static HetrecFolder look(Path folder) throws IOException {
        Path playsFile = folder.resolve("user_artists.dat");
        Path artistsFile = folder.resolve("artists.dat");
        if (!Files.isRegularFile(playsFile) || !Files.isRegularFile(artistsFile)) {
            throw new WrongExportException(
                    "no %s dataset at %s: looked for user_artists.dat and artists.dat".formatted(NAME, folder));
        }
        Set<String> named = artistIds(artistsFile);
        Set<String> users = new HashSet<>();
        Set<String> artists = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        List<String> faults = new ArrayList<>();
        long rows = 0;
        long rejected = 0;
        long plays = 0;
        try (BufferedReader lines = Files.newBufferedReader(playsFile, StandardCharsets.UTF_8)) {
            requireHeader(lines.readLine(), "userID\tartistID\tweight", playsFile);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows++;
                String fault = fault(line, named, pairs);
                if (fault != null) {
                    rejected++;
                    if (faults.size() < FAULTS_SHOWN_MAX) {
                        faults.add("user_artists.dat:%d: %s".formatted(rows + 1, fault));
                    }
                    continue;
                }
                String[] columns = line.strip().split("\t", -1);
                users.add(columns[0]);
                artists.add(columns[1]);
                plays += Long.parseLong(columns[2]);
            }
        }
        return new HetrecFolder(rows, rejected, users.size(), artists.size(), plays, List.copyOf(faults));
    }

    String text(Path folder) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %,d interactions of %,d users with %,d artists, %,d plays; %,d rows rejected%n",
                NAME,
                rows - rejected,
                users,
                artists,
                plays,
                rejected));
        faults.forEach(fault -> text.append("  ").append(fault).append('\n'));
        text.append("The dataset gives play counts without times, so nothing of it was imported as listens.\n")
                .append("Train on it: ./hathor job train-recommendations --interactions hetrec:")
                .append(folder);
        return text.toString();
    }

    String json() {
        return new ObjectMapper()
                .createObjectNode()
                .put("format", NAME)
                .put("read", rows)
                .put("interactions", rows - rejected)
                .put("accepted", 0)
                .put("rejected", rejected)
                .put("users", users)
                .put("artists", artists)
                .put("plays", plays)
                .toString();
    }

    private static Set<String> artistIds(Path file) throws IOException {
        Set<String> ids = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            requireHeader(lines.readLine(), "id\tname\t", file);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ids.add(line.substring(0, Math.max(0, line.indexOf('\t'))));
            }
        }
        return ids;
    }

    private static void requireHeader(String line, String header, Path file) {
        if (line == null || !line.startsWith(header)) {
            throw new WrongExportException("%s does not begin with the columns of a %s dataset".formatted(file, NAME));
        }
    }

    private static String fault(String line, Set<String> named, Set<String> pairs) {
        String[] columns = line.strip().split("\t", -1);
        if (columns.length != 3) {
            return "%d columns, not 3".formatted(columns.length);
        }
        if (!columns[0].matches("\\d{1,9}") || !columns[1].matches("\\d{1,9}") || !columns[2].matches("\\d{1,9}")) {
            return "a column is no number";
        }
        if (columns[2].matches("0+")) {
            return "no plays";
        }
        if (!named.contains(columns[1])) {
            return "artist %s is not in artists.dat".formatted(columns[1]);
        }
        return pairs.add(columns[0] + " " + columns[1]) ? null : "the pair stands there twice";
    }
}
