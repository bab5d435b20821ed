package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxStateTest {
    @TempDir
    private Path data;

    @Test
    void otherCommandsFindWhatARunningBoxSays() throws IOException {
        BoxState state = state(ProcessHandle.current().pid());
        state.write(data);
        assertThat(BoxState.requireRunning(data)).isEqualTo(state);
        assertThat(Files.getPosixFilePermissions(data.resolve("box.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aBoxThatHasDiedIsNotRunning() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        state(gone.pid()).write(data);
        assertThat(BoxState.ofRunning(data)).isEmpty();
        assertThatThrownBy(() -> BoxState.requireRunning(data))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("./hathor up");
    }

    @Test
    void twoBoxesNeverWorkOnOneFolder() throws IOException {
        try (BoxLock first = BoxLock.acquire(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> BoxLock.acquire(data)).isInstanceOf(CommandException.class);
        }
        BoxLock.acquire(data).close();
    }

    private static BoxState state(long pid) {
        return new BoxState(
                pid,
                Instant.EPOCH,
                true,
                "http://127.0.0.1:8080",
                List.of(new BoxState.ComponentState("kafka", "UP", "127.0.0.1:9092", 1L, 0)),
                Map.of("KAFKA_BOOTSTRAP", "127.0.0.1:9092"));
    }
}
