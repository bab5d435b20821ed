package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a training stands after an epoch. One file, put in place by a rename: whoever is killed while writing leaves
 * the one before. Random numbers need no place in it: each epoch's follow from the seed and its number.
 *
 * @param state numbers
 * @param weights of the network, of their average, of the best average so far, and the optimiser's moments
 */
record Checkpoint(State state, Weights weights) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "checkpoint";
    private static final int VERSION = 1;

    /**
     * @param training what is being trained, by a hash of settings and clips
     * @param epochs done
     * @param steps the optimiser's
     * @param bestEpoch the epoch with the lowest validation loss
     * @param bestLoss that loss
     */
    record State(
            @JsonProperty("training") String training,
            @JsonProperty("epochs") int epochs,
            @JsonProperty("steps") long steps,
            @JsonProperty("bestEpoch") int bestEpoch,
            @JsonProperty("bestLoss") double bestLoss) {}

    /** Arrays in the network's order. */
    record Weights(List<NDArray> current, List<NDArray> average, List<NDArray> best, List<NDArray> moments) {
        private List<List<NDArray>> parts() {
            return List.of(current, average, best, moments);
        }
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(FILE + ".unfinished");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(unfinished))) {
            out.writeInt(VERSION);
            writeBytes(out, JSON.writeValueAsBytes(state));
            for (List<NDArray> part : weights.parts()) {
                writeBytes(out, new NDList(part).encode());
            }
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The checkpoint of a folder, its arrays with the given manager; empty where there is none, or it is of another
     * training.
     */
    static Optional<Checkpoint> read(Path folder, String training, NDManager manager) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readInt() != VERSION) {
                return Optional.empty();
            }
            State state = JSON.readValue(readBytes(in), State.class);
            if (!state.training().equals(training)) {
                return Optional.empty();
            }
            List<List<NDArray>> parts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                parts.add(List.copyOf(NDList.decode(manager, readBytes(in))));
            }
            return Optional.of(
                    new Checkpoint(state, new Weights(parts.get(0), parts.get(1), parts.get(2), parts.get(3))));
        }
    }

    static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("the finished training's checkpoint cannot be deleted", e);
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
