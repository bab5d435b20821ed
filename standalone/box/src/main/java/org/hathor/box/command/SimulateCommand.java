package org.hathor.box.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hathor.box.Accounts;
import org.hathor.box.BoxState;
import org.hathor.box.Hathor;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Lets a simulated population listen. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Let a seeded population listen to this box; './hathor simulate --users 500 --speed 1' lives in real time.",
            "All other options go to the simulator: '--list-options' prints them.",
            "'./hathor simulate music --count 20 --out FOLDER' writes pieces of music with their truth instead; it needs",
            "no running box, and '--help' after 'music' tells its options."
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final String MUSIC = "music";

    @Mixin
    private DataOption data;

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!rest.isEmpty() && rest.get(0).equals(MUSIC)) {
            return new ProgramRun(Hathor.root(), data.folder(), Map.of()).run(Program.SIMULATOR, rest);
        }
        BoxState box = data.runningBox();
        List<String> arguments = new ArrayList<>(rest);
        arguments.addAll(List.of("--url", box.httpUrl()));
        return new ProgramRun(Hathor.root(), data.folder(), box)
                .with("HATHOR_TOKEN", Accounts.of(box).ingestToken())
                .run(Program.SIMULATOR, arguments);
    }
}
