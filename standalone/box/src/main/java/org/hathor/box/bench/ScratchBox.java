package org.hathor.box.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.hathor.box.Accounts;
import org.hathor.box.BoxSettings;
import org.hathor.box.BoxState;
import org.hathor.box.ForegroundBox;
import org.hathor.box.Hathor;

/** A box for one benchmark, in a folder that is deleted afterwards. */
final class ScratchBox implements AutoCloseable {
    private final Path data;
    private final ForegroundBox box;

    private ScratchBox(Path data, ForegroundBox box) {
        this.data = data;
        this.box = box;
    }

    static ScratchBox start(BoxSettings.Parts parts) throws IOException {
        Path data = Files.createTempDirectory("hathor-bench");
        return new ScratchBox(data, ForegroundBox.start(BoxSettings.scratch(Hathor.root(), data, parts)));
    }

    Path data() {
        return data;
    }

    BoxState state() {
        return box.state();
    }

    String ingestToken() {
        return Accounts.of(box.state()).ingestToken();
    }

    @Override
    public void close() throws IOException {
        box.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
