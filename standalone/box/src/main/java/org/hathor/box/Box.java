package org.hathor.box;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hathor.box.BoxState.ComponentState;

/**
 * The platform on one machine: starts the components stage by stage, watches them, starts again what falls, and stops
 * them in reverse.
 *
 * <p>The components of one stage start side by side; a stage begins when the one before is up.
 */
final class Box implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration STOP_GRACE = Duration.ofSeconds(15);
    private static final Duration BACKOFF_MAX = Duration.ofSeconds(10);

    private final BoxSettings settings;
    private final List<List<Component>> stages;
    private final Map<String, String> environment;
    private final String httpUrl;
    private final Console console;
    private final Clock clock;

    private final Instant startedAt;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Map<String, Integer> restarts = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Box(
            BoxSettings settings,
            List<List<Component>> stages,
            Map<String, String> environment,
            String httpUrl,
            Console console,
            Clock clock) {
        this.settings = settings;
        this.stages = stages;
        this.environment = environment;
        this.httpUrl = httpUrl;
        this.console = console;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * Returns when every component is up.
     *
     * @throws CommandException when one cannot be started; what was started is stopped again
     */
    void start() {
        writeState();
        for (List<Component> stage : stages) {
            List<CompletableFuture<Void>> starts = stage.stream()
                    .map(component -> CompletableFuture.runAsync(() -> start(component)))
                    .toList();
            try {
                CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new))
                        .join();
            } catch (CompletionException e) {
                close();
                throw e.getCause() instanceof CommandException told
                        ? told
                        : new CommandException("a component failed to start: " + e.getCause(), e.getCause());
            }
        }
        writeState();
    }

    /** Starts again what falls, each component on its own and with a growing pause, until {@link #close} is called. */
    void watch() {
        for (Component component : components()) {
            Thread watcher = new Thread(() -> watch(component), "watch-" + component.name());
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    /** Returns when the box has been told to stop. */
    void awaitStop() throws InterruptedException {
        stopping.await();
    }

    private void watch(Component component) {
        try {
            while (!stopping.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!component.alive() && stopping.getCount() > 0) {
                    restart(component);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Component component) {
        states.put(component.name(), "STARTING");
        try {
            component.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while %s started".formatted(component.name()), e);
        }
        states.put(component.name(), component.pid() == null ? "EXTERNAL" : "UP");
        console.step("%-10s is up at %s", component.name(), component.address());
        writeState();
    }

    private void restart(Component component) throws InterruptedException {
        int attempt = restarts.merge(component.name(), 1, Integer::sum);
        states.put(component.name(), "RESTARTING");
        console.step("%s has died; starting it again (%d)", component.name(), attempt);
        writeState();
        try {
            start(component);
        } catch (CommandException e) {
            states.put(component.name(), "DOWN");
            console.step("%s did not come back: %s", component.name(), e.getMessage());
            writeState();
            long pauseMs = Math.min(BACKOFF_MAX.toMillis(), 250L << Math.min(attempt, 6));
            stopping.await(pauseMs, TimeUnit.MILLISECONDS);
        }
    }

    private List<Component> components() {
        return stages.stream().flatMap(List::stream).toList();
    }

    private synchronized void writeState() {
        if (stopping.getCount() == 0) {
            return;
        }
        List<ComponentState> all = new ArrayList<>();
        for (Component component : components()) {
            String state = states.getOrDefault(component.name(), "WAITING");
            all.add(new ComponentState(
                    component.name(),
                    state,
                    component.address(),
                    component.alive() ? component.pid() : null,
                    restarts.getOrDefault(component.name(), 0)));
        }
        boolean healthy = all.stream()
                .allMatch(each -> each.state().equals("UP") || each.state().equals("EXTERNAL"));
        new BoxState(ProcessHandle.current().pid(), startedAt, healthy, httpUrl, all, environment)
                .write(settings.data());
    }

    /** Stops every component, last started first. Safe to call twice. */
    @Override
    public synchronized void close() {
        if (stopping.getCount() == 0) {
            return;
        }
        stopping.countDown();
        List<List<Component>> reversed = new ArrayList<>(stages);
        java.util.Collections.reverse(reversed);
        for (List<Component> stage : reversed) {
            CompletableFuture.allOf(stage.stream()
                            .map(component -> CompletableFuture.runAsync(() -> component.stop(STOP_GRACE)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        BoxState.remove(settings.data());
    }
}
