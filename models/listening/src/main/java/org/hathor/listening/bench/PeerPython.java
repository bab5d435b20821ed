package org.hathor.listening.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Python that has the peers' packages: the one {@code HATHOR_PEER_PYTHON} names, else a virtual environment at
 * {@code .hathor/peers} below the checkout, made from {@code models/listening/peers/requirements.txt} when first asked
 * for and again when that file has changed.
 */
public final class PeerPython {
    /** The environment variable that names an interpreter to use instead. */
    public static final String VARIABLE = "HATHOR_PEER_PYTHON";

    private final Path requirements;
    private final Path folder;
    private final Optional<Path> named;
    private final Progress progress;
    private Optional<Path> found = Optional.empty();
    private String failure = "";

    /**
     * @param root the checkout
     * @param named an interpreter to use as it is
     * @param progress told while the environment is made
     */
    public PeerPython(Path root, Optional<Path> named, Progress progress) {
        this.requirements = root.resolve("models/listening/peers/requirements.txt");
        this.folder = root.resolve(".hathor/peers");
        this.named = named;
        this.progress = progress;
    }

    /** The interpreter, made ready; nothing where that failed, now or before. */
    public Optional<Path> interpreter() throws IOException, InterruptedException {
        if (found.isEmpty() && failure.isEmpty()) {
            found = named.isPresent() ? given(named.get()) : environment();
        }
        return found;
    }

    /** Why there is none. */
    public String whyNot() {
        return failure;
    }

    private Optional<Path> given(Path python) {
        if (Files.isExecutable(python)) {
            return Optional.of(python);
        }
        failure = "%s names %s, which is no program".formatted(VARIABLE, python);
        return Optional.empty();
    }

    private Optional<Path> environment() throws IOException, InterruptedException {
        Path python = folder.resolve("bin/python");
        Path made = folder.resolve("requirements.made");
        String wanted = Files.readString(requirements);
        if (Files.isExecutable(python)
                && Files.exists(made)
                && Files.readString(made).equals(wanted)) {
            return Optional.of(python);
        }
        Files.createDirectories(folder);
        progress.phase("making the peers' Python environment, once");
        boolean ready = succeeds("python3", "-m", "venv", folder.toString())
                && succeeds(python.toString(), "-m", "pip", "install", "--quiet", "-r", requirements.toString());
        if (!ready) {
            return Optional.empty();
        }
        Files.writeString(made, wanted);
        return Optional.of(python);
    }

    private boolean succeeds(String... command) throws InterruptedException {
        Path log = folder.resolve("setup.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() == 0) {
                return true;
            }
            List<String> words = Files.readAllLines(log);
            failure = "'%s' failed: %s"
                    .formatted(String.join(" ", command), words.isEmpty() ? "" : words.get(words.size() - 1));
        } catch (IOException e) {
            failure = "'%s' cannot be run: %s".formatted(command[0], e.getMessage());
        }
        return false;
    }
}
