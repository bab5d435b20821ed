package org.hathor.box;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A box whose supervisor runs in the background; the command that started it returns once everything is healthy. */
public final class DetachedBox {
    private static final long LOOK_EVERY_MS = 200;

    private final BoxSettings settings;

    public DetachedBox(BoxSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts the supervisor and shows its progress until the box is healthy.
     *
     * @return 0 when healthy, 1 when the supervisor gave up; its reason has then been shown
     */
    public int start() throws IOException, InterruptedException {
        if (BoxState.ofRunning(settings.data()).isPresent()) {
            throw new CommandException(
                    "a box is running on %s already: see ./hathor status".formatted(settings.data()));
        }
        Files.createDirectories(settings.logs());
        Path log = settings.logs().resolve("box.log");
        Files.deleteIfExists(log);
        Process supervisor = new ProcessBuilder(command())
                .directory(settings.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        long shown = 0;
        while (true) {
            boolean ended = supervisor.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            shown = show(log, shown);
            if (ended) {
                return 1;
            }
            Optional<BoxState> state = BoxState.ofRunning(settings.data());
            if (state.isPresent() && state.get().healthy() && state.get().pid() == supervisor.pid()) {
                show(log, shown);
                return 0;
            }
        }
    }

    /** setsid frees the supervisor from this terminal's signals. */
    private List<String> command() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        List<String> command = new ArrayList<>();
        command.add("setsid");
        command.add(self.command().orElse("java"));
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Hathor.class.getName());
        command.addAll(List.of("up", "--data", settings.data().toString()));
        command.addAll(List.of("--http-port", String.valueOf(settings.httpPort())));
        return command;
    }

    private static long show(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(fresh);
            System.out.print(new String(fresh, StandardCharsets.UTF_8));
            System.out.flush();
            return from + fresh.length;
        }
    }
}
