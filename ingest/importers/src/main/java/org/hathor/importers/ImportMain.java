package org.hathor.importers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.hathor.contracts.Endpoints;
import org.hathor.contracts.UserId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Imports a listening history.
 *
 * <p>Exit codes: 0 when every record was judged and every accepted listen is visible, 1 when an engine failed, 2 when
 * the command line or the export is wrong.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Imports a listening history: spotify-history, listenbrainz or lastfm-1k. Importing it twice changes nothing.",
            "hetrec-lastfm is looked through only: it has no times, and no listen is made of it."
        })
public final class ImportMain implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "spotify-history, listenbrainz, lastfm-1k or hetrec-lastfm")
    private String format;

    @Parameters(index = "1", paramLabel = "PATH", description = "the export's folder, zip or file")
    private Path path;

    @Option(
            names = "--user",
            paramLabel = "ID",
            description = "whose history it is; not for lastfm-1k, which names its users")
    private String userId;

    @Option(
            names = "--runner",
            paramLabel = "RUNNER",
            defaultValue = "direct",
            description = "direct (this process) or spark (default: ${DEFAULT-VALUE})")
    private String runner;

    @Option(
            names = "--spark-master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "with --runner spark: where Spark runs (default: ${DEFAULT-VALUE})")
    private String sparkMaster;

    @Option(
            names = "--visible-within",
            paramLabel = "DURATION",
            defaultValue = "PT5M",
            description = "how long the platform may take to show everything (default: ${DEFAULT-VALUE})")
    private Duration visibleWithin;

    @Option(names = "--json", description = "write the summary as JSON")
    private boolean json;

    ImportMain(Map<String, String> environment) {
        this.environment = Objects.requireNonNull(environment, "environment is null");
    }

    public static void main(String[] args) {
        System.exit(command(System.getenv()).execute(args));
    }

    static CommandLine command(Map<String, String> environment) {
        return new CommandLine(new ImportMain(environment)).setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("import: " + oneLine(e));
            return e instanceof WrongExportException ? 2 : 1;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (format.equals(HetrecFolder.NAME)) {
            HetrecFolder folder = HetrecFolder.look(path);
            out.println(json ? folder.json() : folder.text(path));
            out.flush();
            return 0;
        }
        ExportFormat chosen = Formats.named(format);
        String user = user(chosen);
        Runner chosenRunner = runner();
        List<ExportFile> files = ExportFolder.find(path, chosen);
        ImportRun run = new ImportRun(
                endpoints(),
                chosenRunner.options(sparkMaster),
                visibleWithin,
                spec.commandLine().getErr());
        ImportSummary summary = run.run(files, chosen, user);
        out.println(json ? summary.json() : summary.text());
        out.flush();
        return 0;
    }

    private String user(ExportFormat chosen) {
        boolean many = chosen.traits().contains(ExportFormat.Trait.MANY_USERS);
        if (many != (userId == null)) {
            throw wrong(
                    many
                            ? "%s names its users itself: leave --user out".formatted(format)
                            : "whose history is it? give --user");
        }
        try {
            return many ? null : new UserId(userId).value();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Endpoints endpoints() {
        try {
            return Endpoints.fromEnvironment(environment);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Runner runner() {
        try {
            return Runner.valueOf(runner.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("--runner must be direct or spark, not '%s'".formatted(runner));
        }
    }

    /** Beam wraps what went wrong in exceptions of its own. */
    private static String oneLine(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && (cause instanceof PipelineExecutionException
                        || cause.getClass().getName().endsWith("UserCodeException"))) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
