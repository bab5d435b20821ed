package org.hathor.box.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hathor.box.CommandException;
import org.hathor.box.Hathor;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Listens to recordings. Needs no running box. */
@Command(
        name = "audio",
        mixinStandardHelpOptions = true,
        description = {
            "Listen to recordings; no box need run:",
            "  analyse FILE…  tell tempo, key, loudness, character and moods; --sheet FILE.html or FILE.png draws them,",
            "                 --json prints a row a file"
        })
public final class AudioCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "NAME", description = "analyse.")
    private String question;

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!question.equals("analyse")) {
            throw new CommandException("there is no 'audio %s': analyse".formatted(question));
        }
        return new ProgramRun(Hathor.root(), data.folder(), Map.of("OMP_NUM_THREADS", "1")).run(Program.ANALYSE, rest);
    }
}
