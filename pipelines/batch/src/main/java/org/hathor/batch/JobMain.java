package org.hathor.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.hathor.contracts.Endpoints;

/**
 * Runs a job by name: {@code JobMain <job> [--option value …] [--json [FILE]]}; {@code JobMain list [--json]} shows
 * what there is, {@code JobMain <job> --help} one of them.
 *
 * <p>The engines are found by {@link Endpoints}' environment variables, the data folder by {@code HATHOR_DATA} (default
 * {@code .hathor}). Progress goes to standard error, the summary to standard output: a few lines for a person, and with
 * {@code --json} one line for a machine in their place, or in the file that is named.
 *
 * <p>Exit status: 0 when all is well; 1 when the job found something wrong, as its summary says; 2 when it was called
 * wrongly; 3 when it failed.
 */
public final class JobMain {
    private static final int WRONG = 1;
    private static final int USAGE = 2;
    private static final int FAILED = 3;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    JobMain(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new JobMain(System.getenv(), System.out, System.err).run(List.of(args)));
    }

    int run(List<String> args) {
        List<String> arguments = new ArrayList<>(args);
        Optional<String> json = takeJson(arguments);
        if (arguments.isEmpty() || List.of("list", "--list", "--help").contains(arguments.get(0))) {
            out.println(json.isPresent() ? JobRegistry.toJson() : list(JobRegistry.all()));
            return 0;
        }
        String name = arguments.remove(0);
        Optional<JobEntry> entry = JobRegistry.find(name);
        if (entry.isEmpty()) {
            err.printf("there is no job '%s'; there are:%n%s%n", name, list(JobRegistry.all()));
            return USAGE;
        }
        if (arguments.contains("--help")) {
            out.println(list(List.of(entry.get())));
            return 0;
        }
        Job job;
        try {
            job = entry.get()
                    .configure()
                    .apply(JobOptions.parse(arguments, entry.get().options()));
        } catch (IllegalArgumentException e) {
            err.printf("%s: %s%n", name, e.getMessage());
            return USAGE;
        }
        return run(entry.get(), job, json);
    }

    private int run(JobEntry entry, Job job, Optional<String> json) {
        long start = System.nanoTime();
        ProgressLine progress = new ProgressLine(entry.name(), err);
        progress.phase("starting Spark");
        try (SparkSession spark = SparkSessions.withLake("hathor " + entry.name(), endpoints())) {
            spark.sparkContext().addSparkListener(progress);
            JobReport report = job.run(new JobContext(spark, this::endpoints, data(), progress, Clock.systemUTC()));
            progress.finish();
            tell(entry.name(), report, (System.nanoTime() - start) / 1e9, json);
            return report.ok() ? 0 : WRONG;
        } catch (IllegalArgumentException e) {
            progress.finish();
            err.printf("%s: %s%n", entry.name(), e.getMessage());
            return USAGE;
        } catch (RuntimeException | IOException e) {
            progress.finish();
            err.printf("%s failed: %s%n", entry.name(), e);
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private void tell(String name, JobReport report, double seconds, Optional<String> json) throws IOException {
        String machine = report.toJson(name, seconds);
        if (json.isPresent() && json.get().isEmpty()) {
            out.println(machine);
            return;
        }
        if (json.isPresent()) {
            Files.writeString(Path.of(json.get()), machine + "\n");
        }
        report.lines().forEach(out::println);
        out.println(String.format(
                Locale.ROOT, "%s %s after %.1f s.", name, report.ok() ? "is done" : "found something wrong", seconds));
    }

    /** {@code --json} and {@code --json FILE} come last, so that FILE is never taken for a job's option. */
    private static Optional<String> takeJson(List<String> arguments) {
        int at = arguments.indexOf("--json");
        if (at < 0) {
            return Optional.empty();
        }
        arguments.remove(at);
        boolean named = at < arguments.size() && !arguments.get(at).startsWith("--") && at > 0;
        return Optional.of(named ? arguments.remove(at) : "");
    }

    private Endpoints endpoints() {
        return Endpoints.fromEnvironment(environment);
    }

    private Path data() {
        return Path.of(environment.getOrDefault("HATHOR_DATA", ".hathor")).toAbsolutePath();
    }

    private static String list(List<JobEntry> entries) {
        StringBuilder text = new StringBuilder();
        for (JobEntry entry : entries) {
            text.append("%-22s %s%n".formatted(entry.name(), entry.does()));
            entry.options()
                    .forEach(option -> text.append("%24s--%s: %s%n".formatted("", option.name(), option.meaning())));
        }
        return text.toString().stripTrailing();
    }
}
