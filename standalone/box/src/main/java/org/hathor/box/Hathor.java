package org.hathor.box;

import java.nio.file.Path;
import org.hathor.box.command.AudioCommand;
import org.hathor.box.command.BenchCommand;
import org.hathor.box.command.DemoCommand;
import org.hathor.box.command.DownCommand;
import org.hathor.box.command.ImportCommand;
import org.hathor.box.command.JobCommand;
import org.hathor.box.command.LintCommand;
import org.hathor.box.command.LogsCommand;
import org.hathor.box.command.SimulateCommand;
import org.hathor.box.command.StatusCommand;
import org.hathor.box.command.UpCommand;
import org.hathor.box.command.UserCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command. */
@Command(
        name = "hathor",
        mixinStandardHelpOptions = true,
        version = "Hathor 0.1.0",
        description = "Hathor, the music platform whose heart is data.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            UserCommand.class,
            ImportCommand.class,
            SimulateCommand.class,
            JobCommand.class,
            AudioCommand.class,
            BenchCommand.class,
            LintCommand.class,
        })
public final class Hathor {
    private Hathor() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Hathor());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("hathor: " + oneLine(failure));
            if (!(failure instanceof CommandException) && System.getenv("HATHOR_TRACE") != null) {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
        return line;
    }

    /** The root of the checkout, as the shell script found it. */
    public static Path root() {
        return Path.of(System.getProperty("hathor.root", ".")).toAbsolutePath().normalize();
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        return (message == null ? failure.getClass().getSimpleName() : message)
                .lines()
                .findFirst()
                .orElse("");
    }
}
