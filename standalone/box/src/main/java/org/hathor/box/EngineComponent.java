package org.hathor.box;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hathor.engines.Engine;
import org.hathor.engines.EngineException;

/**
 * An engine as a component of the box.
 *
 * @param <E> the engine
 */
final class EngineComponent<E extends Engine> implements Component {
    private final String name;
    private final Supplier<E> starter;
    private final Consumer<E> onStart;
    private volatile E engine;

    /**
     * @param starter starts it and returns when it answers
     * @param onStart told of each start, to learn the address
     */
    EngineComponent(String name, Supplier<E> starter, Consumer<E> onStart) {
        this.name = name;
        this.starter = starter;
        this.onStart = onStart;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        E running = engine;
        return running == null ? "" : running.address();
    }

    @Override
    public void start() {
        try {
            E started = starter.get();
            onStart.accept(started);
            engine = started;
        } catch (EngineException e) {
            throw new CommandException("%s did not start: %s".formatted(name, e.getMessage()), e);
        }
    }

    @Override
    public boolean alive() {
        E running = engine;
        return running != null && running.process().isAlive();
    }

    @Override
    public Long pid() {
        E running = engine;
        return running == null ? null : running.process().pid();
    }

    @Override
    public void stop(Duration grace) {
        E running = engine;
        if (running != null) {
            running.process().stop(grace);
        }
    }
}
