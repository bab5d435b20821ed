package org.hathor.box.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hathor.box.BoxSettings;
import org.hathor.box.DetachedBox;
import org.hathor.box.ForegroundBox;
import org.hathor.box.Hathor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform and keeps it running. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Start the platform and keep it running until Ctrl-C or ./hathor down.",
            "An engine whose address is in the environment (KAFKA_BOOTSTRAP, POSTGRES_JDBC_URL, REDIS_URL, CLICKHOUSE_JDBC_URL)",
            "is used where it is instead of being started."
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            defaultValue = "" + BoxSettings.HTTP_PORT_DEFAULT,
            description =
                    "Port of the page and the API; a free one if it is taken, or for 0 (default ${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(
            names = "--detach",
            description = "Return when all is healthy, with status 1 when it is not; the box runs on.")
    private boolean detach;

    @Override
    public Integer call() throws IOException, InterruptedException {
        BoxSettings settings = BoxSettings.of(Hathor.root(), data.folder(), httpPort, System.getenv());
        if (detach) {
            return new DetachedBox(settings).start();
        }
        try (ForegroundBox box = ForegroundBox.start(settings)) {
            box.announce();
            box.awaitStop();
        }
        return 0;
    }
}
