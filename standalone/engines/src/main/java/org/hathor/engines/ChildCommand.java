package org.hathor.engines;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command to be run as a child process.
 *
 * @param name one word in lower case, the name of its log file
 * @param command the program and its arguments
 * @param environment variables besides those of the parent
 * @param stopSignal the signal that ends it in order, without SIG
 * @param grace how long it may take over its end when the parent is gone, whole seconds
 */
public record ChildCommand(
        String name, List<String> command, Map<String, String> environment, String stopSignal, Duration grace) {
    private static final Duration GRACE_DEFAULT = Duration.ofSeconds(15);

    public ChildCommand {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("name must be one word in lower case, not '%s'".formatted(name));
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command of %s is empty".formatted(name));
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static ChildCommand of(String name, List<String> command) {
        return new ChildCommand(name, command, Map.of(), "TERM", GRACE_DEFAULT);
    }

    /** The same command with these variables too. */
    public ChildCommand withEnvironment(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ChildCommand(name, command, all, stopSignal, grace);
    }

    public ChildCommand withStopSignal(String signal) {
        return new ChildCommand(name, command, environment, signal, grace);
    }

    public ChildCommand withGrace(Duration longest) {
        return new ChildCommand(name, command, environment, stopSignal, longest);
    }
}
