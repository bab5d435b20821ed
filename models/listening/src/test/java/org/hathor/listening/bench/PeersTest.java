package org.hathor.listening.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void anInterpreterThatIsNotThereIsSaidOnce() throws Exception {
        Peers peers = peers(folder.resolve("no-python"));

        assertThat(peers.ask("anything", Map.of())).isEmpty();
        assertThat(peers.ask("anything", Map.of())).isEmpty();

        assertThat(peers.whyNot()).contains("no-python");
        assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("peer not available");
    }

    @Test
    void aScriptAnswersAndMovesTheBar() throws Exception {
        Peers peers = peers(shellThat("echo 'progress 1 2'; cat \"$2\" > \"$3\""));

        assertThat(peers.ask("echo", Map.of("tracks", 3))
                        .orElseThrow()
                        .get("tracks")
                        .intValue())
                .isEqualTo(3);
        assertThat(peers.whyNot()).isEmpty();
    }

    @Test
    void aScriptThatFailsSaysWhy() throws Exception {
        Peers peers = peers(shellThat("echo \"No module named 'librosa'\" >&2; exit 1"));

        assertThat(peers.ask("spectrum", Map.of())).isEmpty();
        assertThat(peers.whyNot()).contains("spectrum.py", "status 1", "No module named 'librosa'");
    }

    @Test
    void floatsSurviveTheFile() throws Exception {
        float[] values = new float[200_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i) / (i + 1);
        }
        Path file = folder.resolve("values.f32");

        Float32File.write(file, values);

        assertThat(Float32File.read(file)).containsExactly(values);
    }

    private Peers peers(Path interpreter) {
        return new Peers(folder, folder, new PeerPython(folder, Optional.of(interpreter), progress), progress);
    }

    private Path shellThat(String does) throws Exception {
        Path shell = folder.resolve("python");
        Files.writeString(shell, "#!/bin/sh\n" + does + "\n");
        assertThat(shell.toFile().setExecutable(true)).isTrue();
        return shell;
    }
}
