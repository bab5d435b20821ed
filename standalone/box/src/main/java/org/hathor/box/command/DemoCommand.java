package org.hathor.box.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hathor.box.BoxSettings;
import org.hathor.box.Hathor;
import org.hathor.box.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the platform at work. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Start the platform, let a simulated population listen live, run the batch jobs once, print what came of it,",
            "and keep running until Ctrl-C."
        })
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            defaultValue = "" + BoxSettings.HTTP_PORT_DEFAULT,
            description = "Port of the page and the API (default ${DEFAULT-VALUE}).")
    private int httpPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        new Demo(BoxSettings.of(Hathor.root(), data.folder(), httpPort, System.getenv())).run();
        return 0;
    }
}
