package org.hathor.box.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hathor.box.CommandException;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;
import org.hathor.warehouse.Warehouse;

/**
 * How good the recommendations are by what the simulated listeners truly like, with the most popular tracks as the
 * control.
 */
final class TruthScore {
    private static final int USERS_MAX = 400;
    private static final int LIST_LENGTH = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProgramRun run;
    private final String clickhouseJdbcUrl;

    TruthScore(ProgramRun run, String clickhouseJdbcUrl) {
        this.run = run;
        this.clickhouseJdbcUrl = clickhouseJdbcUrl;
    }

    /**
     * Scores the promoted model's lists, tracks already heard left out.
     *
     * @return {@code users, k, ndcg, popularityNdcg} as the simulator computes them
     */
    JsonNode score(Path folder) throws IOException, InterruptedException {
        Path lists = folder.resolve("lists.jsonl");
        writeLists(lists);
        List<String> arguments = new ArrayList<>(List.of("score"));
        arguments.addAll(Population.WORLD);
        arguments.add(lists.toString());
        Process process =
                run.start(Program.SIMULATOR, arguments, ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.INHERIT);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new CommandException("the recommendations could not be scored: " + output);
        }
        return JSON.readTree(output);
    }

    private void writeLists(Path file) throws IOException {
        try (Warehouse warehouse = Warehouse.open(clickhouseJdbcUrl);
                Connection connection = warehouse.connection();
                BufferedWriter out = Files.newBufferedWriter(file)) {
            Map<String, List<String>> lists = byUser(
                    connection,
                    """
                    SELECT user_id, track_id FROM recommendation_lists FINAL
                    WHERE user_id != '' AND (model, version) IN (
                        SELECT model, version FROM model_versions FINAL
                        WHERE promoted = 1 AND model IN (SELECT DISTINCT model FROM recommendation_lists) ORDER BY trained_at DESC LIMIT 1)
                      AND position <= %d
                    ORDER BY user_id, position"""
                            .formatted(LIST_LENGTH));
            Map<String, List<String>> heard = byUser(
                    connection, "SELECT DISTINCT user_id, track_id FROM listens FINAL ORDER BY user_id, track_id");
            int written = 0;
            for (Map.Entry<String, List<String>> list : lists.entrySet()) {
                if (written++ == USERS_MAX) {
                    break;
                }
                ObjectNode row = JSON.createObjectNode();
                row.put("userId", list.getKey());
                row.set("tracks", JSON.valueToTree(list.getValue()));
                row.set("excluded", JSON.valueToTree(heard.getOrDefault(list.getKey(), List.of())));
                out.append(JSON.writeValueAsString(row)).append('\n');
            }
        } catch (SQLException e) {
            throw new CommandException("the recommendation lists could not be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, List<String>> byUser(Connection connection, String sql) throws SQLException {
        Map<String, List<String>> byUser = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                byUser.computeIfAbsent(rows.getString(1), user -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return byUser;
    }
}
