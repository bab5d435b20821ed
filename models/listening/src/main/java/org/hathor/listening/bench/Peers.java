package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Python programs we are held against, one script a peer under {@code models/listening/peers}. A script reads a
 * JSON file (its first argument) that names the float32 files it needs, and writes a JSON file (its second); a line
 * {@code progress DONE TOTAL} on its standard output moves the bar. It runs on one thread.
 */
public final class Peers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("progress (\\d+) (\\d+)");
    private static final Map<String, String> ONE_THREAD = Map.of(
            "OMP_NUM_THREADS", "1",
            "OPENBLAS_NUM_THREADS", "1",
            "MKL_NUM_THREADS", "1",
            "NUMBA_NUM_THREADS", "1",
            "PYTHONDONTWRITEBYTECODE", "1");

    private final Path scripts;
    private final Path scratch;
    private final PeerPython python;
    private final Progress progress;
    private String lastFailure = "";
    private int asked;

    /**
     * @param root the checkout
     * @param scratch where questions and answers are written
     * @param python the interpreter
     * @param progress told of the script's steps
     */
    public Peers(Path root, Path scratch, PeerPython python, Progress progress) {
        this.scripts = root.resolve("models/listening/peers");
        this.scratch = scratch;
        this.python = python;
        this.progress = progress;
    }

    /**
     * Asks a peer.
     *
     * @param script its name without {@code .py}
     * @param question anything Jackson writes; paths as strings
     * @return its answer, or nothing where there is no Python, no such package, or the script failed: {@link #whyNot()}
     *     then says which, and standard error has heard it
     */
    public Optional<JsonNode> ask(String script, Object question) throws IOException, InterruptedException {
        Optional<Path> interpreter = python.interpreter();
        if (interpreter.isEmpty()) {
            return failed(python.whyNot());
        }
        asked++;
        Path asking = scratch.resolve(script + "-" + asked + ".question.json");
        Path answer = scratch.resolve(script + "-" + asked + ".answer.json");
        Path errors = scratch.resolve(script + "-" + asked + ".log");
        JSON.writeValue(asking.toFile(), question);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        interpreter.get().toString(),
                        scripts.resolve(script + ".py").toString(),
                        asking.toString(),
                        answer.toString()))
                .redirectError(errors.toFile());
        builder.environment().putAll(ONE_THREAD);
        int status = follow(builder.start());
        if (status != 0 || !Files.exists(answer)) {
            List<String> words = Files.readAllLines(errors, StandardCharsets.UTF_8);
            return failed("%s.py ended with status %d: %s"
                    .formatted(script, status, words.isEmpty() ? "" : words.get(words.size() - 1)));
        }
        return Optional.of(JSON.readTree(answer.toFile()));
    }

    /** Why the last question had no answer. */
    public String whyNot() {
        return lastFailure;
    }

    private Optional<JsonNode> failed(String reason) {
        if (!reason.equals(lastFailure)) {
            progress.say("peer not available: " + reason);
        }
        lastFailure = reason;
        return Optional.empty();
    }

    private int follow(Process process) throws IOException, InterruptedException {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher step = STEP.matcher(line);
                if (step.matches()) {
                    progress.step(Long.parseLong(step.group(1)), Long.parseLong(step.group(2)));
                }
            }
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
