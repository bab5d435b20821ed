package org.hathor.box.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hathor.box.BoxState;
import org.hathor.box.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a running box; its data stays. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the box. Its data stays.")
public final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        Optional<BoxState> box = BoxState.ofRunning(data.folder());
        if (box.isEmpty()) {
            System.out.println("no box is running on " + data.folder());
            return 0;
        }
        ProcessHandle supervisor = ProcessHandle.of(box.get().pid()).orElse(null);
        if (supervisor == null) {
            return 0;
        }
        supervisor.destroy();
        try {
            supervisor.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // The tethers take the children down once their parent is gone.
            supervisor.destroyForcibly();
            System.out.println("the box did not stop within %d s and was killed".formatted(PATIENCE.toSeconds()));
            return 0;
        } catch (ExecutionException e) {
            throw new CommandException("waiting for the box to stop failed: " + e.getMessage(), e);
        }
        System.out.println("stopped");
        return 0;
    }
}
