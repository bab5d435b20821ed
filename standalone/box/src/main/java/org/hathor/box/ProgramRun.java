package org.hathor.box;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a program beside a running box, in the foreground: its output is the command's output, and it dies with
 * the command.
 */
public final class ProgramRun {
    private final Path root;
    private final Path data;
    private final Map<String, String> environment;

    /** A run against that box. */
    public ProgramRun(Path root, Path data, BoxState box) {
        this(root, data, box.environment());
    }

    /** A run with that environment and no box. */
    public ProgramRun(Path root, Path data, Map<String, String> environment) {
        this.root = root;
        this.data = data;
        this.environment = Map.copyOf(environment);
    }

    /** The same with one more environment variable, e.g. a secret that must not show in the process list. */
    public ProgramRun with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ProgramRun(root, data, more);
    }

    /**
     * Runs the program to its end.
     *
     * @return its exit status
     */
    public int run(Program program, List<String> arguments) throws IOException, InterruptedException {
        Process process = start(program, arguments, ProcessBuilder.Redirect.INHERIT, ProcessBuilder.Redirect.INHERIT);
        return process.waitFor();
    }

    /** Starts the program with its output and errors going where they are told. */
    public Process start(
            Program program, List<String> arguments, ProcessBuilder.Redirect output, ProcessBuilder.Redirect errors)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Leash.on(program.command(root, arguments)))
                .redirectOutput(output)
                .redirectError(errors);
        builder.environment().putAll(environment);
        builder.environment().put("HATHOR_DATA", data.toString());
        return builder.start();
    }
}
