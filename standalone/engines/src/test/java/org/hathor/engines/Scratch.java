package org.hathor.engines;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What the tests of the engines do to engines. */
final class Scratch {
    private Scratch() {}

    static Engines engines(Path data) {
        return Engines.scratch(data, TestEngines.unpacked(), System.getenv());
    }

    /** Kill -9 of the engine itself, and nothing of it left. */
    static void kill(Engine engine) {
        signal(engine.process().pid(), "KILL");
        await().atMost(Duration.ofSeconds(20)).until(() -> !engine.process().isAlive());
    }

    static void signal(long pid, String signal) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill ended with " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
