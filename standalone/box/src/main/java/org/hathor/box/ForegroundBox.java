package org.hathor.box;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;

/** A box supervised by this very process: it stops with it, on Ctrl-C as on SIGTERM. */
public final class ForegroundBox implements AutoCloseable {
    private static final long FREE_BYTES_MIN = 1L << 30;

    private final BoxLock lock;
    private final Box box;
    private final BoxState state;
    private final Console console;

    private ForegroundBox(BoxLock lock, Box box, BoxState state, Console console) {
        this.lock = lock;
        this.box = box;
        this.state = state;
        this.console = console;
    }

    /**
     * Starts every component, showing each as it becomes ready.
     *
     * @throws CommandException with one line that tells what is wrong
     */
    public static ForegroundBox start(BoxSettings settings) throws IOException {
        BoxLock lock = BoxLock.acquire(settings.data());
        requireSpace(settings);
        Console console = new Console(System.out, Clock.systemUTC());
        console.line("Hathor starts on " + settings.data());
        Box box = BoxAssembly.assemble(settings, System.getenv(), console);
        Runtime.getRuntime().addShutdownHook(new Thread(box::close, "stop-on-exit"));
        try {
            box.start();
        } catch (RuntimeException e) {
            box.close();
            lock.close();
            throw e;
        }
        box.watch();
        BoxState state = BoxState.requireRunning(settings.data());
        if (settings.parts() == BoxSettings.Parts.ALL) {
            new Housekeeping(settings, state, console, Clock.systemUTC(), Housekeeping.EVERY_DEFAULT).start();
        }
        return new ForegroundBox(lock, box, state, console);
    }

    /** Says where the box answers. */
    public void announce() {
        console.step(
                "Hathor is up: %s  (API: %s/docs, Flink: %s)",
                state.httpUrl(), state.httpUrl(), state.environment().get("FLINK_URL"));
        console.line("         Stop with Ctrl-C. Data stays in the data folder.");
    }

    public BoxState state() {
        return state;
    }

    public Console console() {
        return console;
    }

    /** Returns when the box has been told to stop. */
    public void awaitStop() throws InterruptedException {
        box.awaitStop();
    }

    @Override
    public void close() throws IOException {
        box.close();
        lock.close();
    }

    private static void requireSpace(BoxSettings settings) throws IOException {
        FileStore disk = Files.getFileStore(settings.data());
        if (disk.getUsableSpace() < FREE_BYTES_MIN) {
            throw new CommandException("the disk of %s has only %d MiB free: the box needs at least %d MiB"
                    .formatted(settings.data(), disk.getUsableSpace() >> 20, FREE_BYTES_MIN >> 20));
        }
    }
}
