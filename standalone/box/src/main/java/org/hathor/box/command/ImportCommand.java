package org.hathor.box.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hathor.box.Accounts;
import org.hathor.box.BoxState;
import org.hathor.box.CommandException;
import org.hathor.box.Hathor;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Brings a listening history in. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Import a listening history: spotify-history, listenbrainz, lastfm-1k or hetrec-lastfm.",
            "Importing the same files twice changes nothing. At the end the lake is compared with ClickHouse."
        })
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "spotify-history, listenbrainz, lastfm-1k or hetrec-lastfm.")
    private String format;

    @Parameters(index = "1", paramLabel = "PATH", description = "The export's folder or file.")
    private Path path;

    @Option(names = "--user", paramLabel = "NAME", description = "Whose history it is; a new user is created.")
    private String user;

    @Option(
            names = "--no-reconcile",
            description = "Leave it to the next merge-history to bring the history from staging into the lake.")
    private boolean later;

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!path.toFile().exists()) {
            throw new CommandException("there is nothing at %s: give the export's folder or file".formatted(path));
        }
        BoxState box = data.runningBox();
        ProgramRun run = new ProgramRun(Hathor.root(), data.folder(), box);
        List<String> arguments =
                new ArrayList<>(List.of(format, path.toAbsolutePath().toString()));
        if (user != null) {
            arguments.addAll(List.of("--user", Accounts.of(box).idOfOrNew(user)));
        }
        arguments.addAll(rest);
        int status = run.run(Program.IMPORTERS, arguments);
        if (status == 0 && !later && !format.startsWith("hetrec")) {
            status = run.run(Program.BATCH, List.of("reconcile"));
        }
        return status;
    }
}
