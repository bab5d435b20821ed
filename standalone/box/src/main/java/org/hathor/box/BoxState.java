package org.hathor.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a running box says of itself, in {@code box.json} of its data folder, readable by its owner only: the other
 * commands find the engines there.
 *
 * @param pid the supervisor's process
 * @param startedAt when it began
 * @param healthy whether every component is up
 * @param httpUrl the web page's address
 * @param components one entry a component, in starting order
 * @param environment the environment of every program of the box, passwords included
 */
public record BoxState(
        long pid,
        Instant startedAt,
        boolean healthy,
        String httpUrl,
        List<ComponentState> components,
        Map<String, String> environment) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /**
     * One component as last seen.
     *
     * @param state STARTING, UP, DOWN, RESTARTING or EXTERNAL
     * @param address where it answers, without passwords
     * @param pid its process; null when it is not ours
     * @param restarts how often the supervisor has started it again
     */
    public record ComponentState(String name, String state, String address, Long pid, int restarts) {}

    /** The state of the box in that folder, if one is running there. */
    public static Optional<BoxState> ofRunning(Path data) {
        try {
            BoxState state = JSON.readValue(Files.readString(file(data)), BoxState.class);
            boolean alive =
                    ProcessHandle.of(state.pid).map(ProcessHandle::isAlive).orElse(false);
            return alive ? Optional.of(state) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s is damaged: stop the box's processes and delete it".formatted(file(data)), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The state of the box in that folder; the user is told how to start one when there is none. */
    public static BoxState requireRunning(Path data) {
        return ofRunning(data)
                .orElseThrow(() ->
                        new CommandException("no box is running on %s: start one with ./hathor up".formatted(data)));
    }

    void write(Path data) {
        try {
            Path temporary = Files.createTempFile(
                    data,
                    "box",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(temporary, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("box.json");
    }
}
