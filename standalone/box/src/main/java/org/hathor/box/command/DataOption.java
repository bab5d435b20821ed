package org.hathor.box.command;

import java.nio.file.Path;
import java.util.Optional;
import org.hathor.box.BoxState;
import org.hathor.box.Hathor;
import picocli.CommandLine.Option;

/** Which box a command means. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The box's data folder (default: .hathor in the checkout, or HATHOR_DATA).")
    private Path folder;

    /** What was given on the command line, nothing where the default holds. */
    Optional<Path> given() {
        return Optional.ofNullable(folder).map(Path::toAbsolutePath).map(Path::normalize);
    }

    Path folder() {
        if (folder != null) {
            return folder.toAbsolutePath().normalize();
        }
        String environment = System.getenv("HATHOR_DATA");
        return environment == null || environment.isBlank()
                ? Hathor.root().resolve(".hathor")
                : Path.of(environment).toAbsolutePath().normalize();
    }

    BoxState runningBox() {
        return BoxState.requireRunning(folder());
    }
}
