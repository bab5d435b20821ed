package org.hathor.box.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hathor.box.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the last lines of a component's log. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Print the end of a component's log.")
public final class LogsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "COMPONENT", description = "kafka, postgres, redis, clickhouse, streaming, api or box.")
    private String component;

    @Option(names = "--lines", defaultValue = "50", description = "How many lines (default ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException {
        Path file = data.folder()
                .resolve("logs")
                .resolve(Path.of(component + ".log").getFileName());
        if (!Files.isRegularFile(file)) {
            throw new CommandException("there is no log of '%s' in %s".formatted(component, file.getParent()));
        }
        List<String> all = Files.readAllLines(file, java.nio.charset.StandardCharsets.UTF_8);
        all.subList(Math.max(0, all.size() - Math.max(1, lines)), all.size()).forEach(System.out::println);
        return 0;
    }
}
