package org.hathor.box.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hathor.box.BoxSettings;
import org.hathor.box.CommandException;
import org.hathor.box.Hathor;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;

/** Kafka to Flink against a plain consumer: the engines are started here, the streaming module measures and prints. */
final class StreamBench {
    private StreamBench() {}

    static void run(List<String> options) throws IOException, InterruptedException {
        try (ScratchBox box = ScratchBox.start(BoxSettings.Parts.WITHOUT_STREAMING)) {
            int status = new ProgramRun(Hathor.root(), box.data(), box.state())
                    .run(Program.STREAM_BENCH, new ArrayList<>(options));
            if (status != 0) {
                throw new CommandException("the stream benchmark ended with status %d".formatted(status));
            }
        }
    }
}
