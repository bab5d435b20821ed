package org.hathor.box.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hathor.box.Hathor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks how the sources are written: the formatter, error-prone and the compiler's lints. */
@Command(name = "lint", mixinStandardHelpOptions = true, description = "Check the sources' format; --fix mends it.")
public final class LintCommand implements Callable<Integer> {
    @Option(names = "--fix", description = "Format the sources instead of only checking them.")
    private boolean fix;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new ProcessBuilder("./mvnw", "-q", fix ? "spotless:apply" : "spotless:check")
                .directory(Hathor.root().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
