package org.hathor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores lists of recommendations under the listeners' true preferences, beside the most popular tracks as control. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Scores recommendations by the listeners' true preferences.",
            "Reads JSON lines {\"userId\": …, \"tracks\": [ids, best first], \"excluded\": [ids]} ('excluded' may be left out).",
            "Lists of users who are not simulated are passed over, and counted as strangers."
        })
final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private WorldOptions world;

    @Option(
            names = "--k",
            paramLabel = "N",
            defaultValue = "10",
            description = "places that count (default: ${DEFAULT-VALUE})")
    private int k;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the lists (default: standard input)")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Truth truth = new Truth(World.of(world.config(0, 0)));
        ObjectMapper mapper = new ObjectMapper();
        int users = 0;
        int strangers = 0;
        double lists = 0;
        double popular = 0;
        try (BufferedReader lines = file == null
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                JsonNode row = mapper.readTree(line);
                String userId = row.path("userId").asText();
                if (!truth.knows(userId)) {
                    strangers++;
                    continue;
                }
                List<String> excluded = texts(row.path("excluded"));
                lists += truth.ndcg(userId, texts(row.path("tracks")), excluded, k);
                popular += truth.ndcg(userId, truth.mostPopular(excluded, k), excluded, k);
                users++;
            }
        }
        if (users == 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "there are no lists of simulated listeners to score, and %d of others".formatted(strangers));
        }
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "{\"users\":%d,\"strangers\":%d,\"k\":%d,\"ndcg\":%.4f,\"popularityNdcg\":%.4f}",
                        users,
                        strangers,
                        k,
                        lists / users,
                        popular / users));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
