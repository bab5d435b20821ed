package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ScoreCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void listsAreScoredBesideThePopularOnesAndStrangersPassedOver(@TempDir Path folder) throws IOException {
        Truth truth = new Truth(World.of(SimulationConfig.of(4, 20, 10, 100)));
        Path lists = folder.resolve("lists.jsonl");
        Files.writeString(
                lists,
                "{\"userId\":\"sim-000003\",\"tracks\":%s}\n\n{\"userId\":\"me\",\"tracks\":[\"x\"]}\n"
                        .formatted(JSON.writeValueAsString(truth.mostPopular(Set.of(), 10))));
        StringWriter out = new StringWriter();
        int status = new CommandLine(new SimulatorMain())
                .setOut(new PrintWriter(out, true))
                .execute(
                        "score",
                        "--seed",
                        "4",
                        "--users",
                        "20",
                        "--artists",
                        "10",
                        "--tracks",
                        "100",
                        lists.toString());
        JsonNode score = JSON.readTree(out.toString());

        assertThat(status).isZero();
        assertThat(score.path("users").asInt()).isEqualTo(1);
        assertThat(score.path("strangers").asInt()).isEqualTo(1);
        assertThat(score.path("ndcg").asDouble())
                .isEqualTo(score.path("popularityNdcg").asDouble())
                .isPositive();
    }
}
