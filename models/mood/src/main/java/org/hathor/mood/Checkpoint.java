package org.hathor.mood;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
 * @param current the network's weights
 * @param average their running average
 * @param best the best average so far
 * @param moments the optimiser's
 */
record Checkpoint(
        State state, List<float[]> current, List<float[]> average, List<float[]> best, List<float[]> moments) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "checkpoint";
    private static final int VERSION = 2;

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

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(FILE + ".unfinished");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            out.writeInt(VERSION);
            byte[] json = JSON.writeValueAsBytes(state);
            out.writeInt(json.length);
            out.write(json);
            for (List<float[]> part : List.of(current, average, best, moments)) {
                write(part, out);
            }
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The checkpoint of a folder; empty where there is none, or it is of another training. */
    static Optional<Checkpoint> read(Path folder, String training) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != VERSION) {
                return Optional.empty();
            }
            State state = JSON.readValue(in.readNBytes(in.readInt()), State.class);
            return state.training().equals(training)
                    ? Optional.of(new Checkpoint(state, read(in), read(in), read(in), read(in)))
                    : Optional.empty();
        }
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    private static void write(List<float[]> arrays, DataOutputStream out) throws IOException {
        out.writeInt(arrays.size());
        for (float[] array : arrays) {
            out.writeInt(array.length);
            for (float value : array) {
                out.writeFloat(value);
            }
        }
    }

    private static List<float[]> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<float[]> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] array = new float[in.readInt()];
            for (int k = 0; k < array.length; k++) {
                array[k] = in.readFloat();
            }
            arrays.add(array);
        }
        return arrays;
    }
}
