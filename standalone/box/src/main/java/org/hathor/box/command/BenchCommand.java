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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Measures, always against a peer or a raw limit in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure. Each benchmark starts what it needs in a folder of its own and prints ratios:",
            "  ingest           events per second through HTTP, against Kafka's own producer tool",
            "  stream           Kafka to Flink to keyed count, live-counts and trending, against a plain consumer",
            "  latency          acknowledged event to visible in trending and live counts, at 5,000 events a second",
            "  footprint        seconds to start the box, and its resident memory when idle",
            "  recommendations  ranking quality on public data, against popularity and published figures",
            "  audio            what is heard in music, against truth and librosa; --list names its sections, --only",
            "                   SECTION runs some; peers need Python 3 (HATHOR_PEER_PYTHON names one that has them)",
            "                   all of them are followed by extraction, unless --json is asked for",
            "  extraction       extract-audio-features on two cores, against one thread of the library",
            "For recommendations and audio, --data is the folder of public data (default: HATHOR_TEST_DATA, then",
            "../shared/data beside the checkout)."
        })
public final class BenchCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(
            paramLabel = "NAME",
            description = "ingest, stream, latency, footprint, recommendations, audio or extraction.")
    private String bench;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(rest);
        if (json) {
            arguments.add("--json");
        }
        Program program =
                switch (bench) {
                    case "ingest", "latency", "footprint", "stream" -> {
                        arguments.add(0, bench);
                        yield Program.BENCH;
                    }
                    case "recommendations" -> {
                        arguments.addAll(publicData());
                        yield Program.RECOMMENDATION_BENCH;
                    }
                    case "audio" -> {
                        arguments.addAll(publicData());
                        yield Program.AUDIO_BENCH;
                    }
                    case "extraction" -> Program.EXTRACTION_BENCH;
                    default ->
                        throw new CommandException(
                                "there is no benchmark '%s': ingest, stream, latency, footprint, recommendations, audio or extraction"
                                        .formatted(bench));
                };
        ProgramRun run = new ProgramRun(Hathor.root(), data.folder(), Map.of());
        int status = run.run(program, arguments);
        return bench.equals("audio") && rest.isEmpty() && !json
                ? Math.max(status, run.run(Program.EXTRACTION_BENCH, List.of()))
                : status;
    }

    private List<String> publicData() {
        return data.given().map(folder -> List.of("--data", folder.toString())).orElse(List.of());
    }
}
