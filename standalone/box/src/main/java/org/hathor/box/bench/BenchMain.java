package org.hathor.box.bench;

import java.util.List;
import org.hathor.box.CommandException;

/** The benchmarks that drive a box from outside: {@code BenchMain NAME [--json]}. */
public final class BenchMain {
    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        boolean json = options.contains("--json");
        try {
            if (arguments[0].equals("stream")) {
                StreamBench.run(options.subList(1, options.size()));
                System.exit(0);
            }
            Report report =
                    switch (arguments[0]) {
                        case "ingest" -> IngestBench.run();
                        case "latency" -> LatencyBench.run();
                        case "footprint" -> FootprintBench.run();
                        default -> throw new CommandException("there is no benchmark '%s'".formatted(arguments[0]));
                    };
            report.print(json);
            System.exit(0);
        } catch (CommandException e) {
            System.err.println("hathor: " + e.getMessage());
            System.exit(1);
        }
    }
}
