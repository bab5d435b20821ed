package org.hathor.box.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hathor.box.Hathor;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Runs a Spark job against the running box. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        description = {
            "Run a batch job: ./hathor job daily-stats. './hathor job list' shows them all ('--json' for Airflow),",
            "'./hathor job NAME --help' the options of one."
        })
public final class JobCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "NAME", description = "The job's name, or 'list'.")
    private String job;

    @Unmatched
    private List<String> rest = new java.util.ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = new java.util.ArrayList<>();
        arguments.add(job);
        arguments.addAll(rest);
        ProgramRun run = job.equals("list")
                ? new ProgramRun(Hathor.root(), data.folder(), Map.of())
                : new ProgramRun(Hathor.root(), data.folder(), data.runningBox());
        return run.run(Program.BATCH, arguments);
    }
}
