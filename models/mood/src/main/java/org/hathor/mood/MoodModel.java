package org.hathor.mood;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hathor.audio.Pcm;

/**
 * A trained mood network with its calibration and vocabulary, ready to score tracks; several threads may use one. It
 * holds memory outside the heap until closed.
 */
public final class MoodModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String WEIGHTS = "weights.ndl";
    private static final String DESCRIPTION = "network.json";
    private static final String CARD = "card.json";

    private final NDManager manager;
    private final MoodNetwork network;
    private final ClipHead head;
    private final Description description;

    private MoodModel(NDManager manager, MoodNetwork network, ClipHead head, Description description) {
        this.manager = manager;
        this.network = network;
        this.head = head;
        this.description = description;
    }

    /**
     * What a model folder needs beside the weights.
     *
     * @param frontEnd what made the spectrograms; another one's models are refused
     * @param network what the layers are; another one's models are refused
     * @param channels width of the network
     * @param frames frames of a crop
     * @param judge what says the moods
     * @param calibration scaling of the outputs; its moods are the vocabulary
     */
    private record Description(
            @JsonProperty("frontEnd") String frontEnd,
            @JsonProperty("network") String network,
            @JsonProperty("channels") int channels,
            @JsonProperty("frames") int frames,
            @JsonProperty("judge") Judge judge,
            @JsonProperty("calibration") Calibration calibration) {
        Description calibrated(Calibration other) {
            return new Description(frontEnd, network, channels, frames, judge, other);
        }
    }

    /** What says the moods: the network itself, crop by crop, or the head, from what is heard in the whole clip. */
    private enum Judge {
        NETWORK,
        HEAD
    }

    /**
     * A copy of a network that hears, with a head where notes are known in training, calibrated on the validation
     * clips. The head's weights are drawn from the engine's random numbers.
     */
    static MoodModel finished(MoodNetwork trained, TrainingSettings settings, SplitClips clips) {
        boolean played =
                clips.training().stream().anyMatch(clip -> !clip.notes().isEmpty());
        MoodModel model = empty(new Description(
                LogMelFrontEnd.VERSION,
                MoodNetwork.VERSION,
                settings.channels(),
                settings.frames(),
                played ? Judge.HEAD : Judge.NETWORK,
                new Calibration(1, Map.of())));
        model.network.set(trained.values());
        if (played) {
            model.head.learn(
                    clips.training().stream()
                            .map(clip -> model.traits(clip.logMel()))
                            .toList(),
                    clips.training().stream().map(MoodClip::labels).toList(),
                    settings.seed(),
                    settings.labelSmoothing());
        }
        List<float[]> logits = clips.validation().stream()
                .map(clip -> model.logits(clip.logMel()))
                .toList();
        return new MoodModel(
                model.manager,
                model.network,
                model.head,
                model.description.calibrated(FittedCalibration.of(clips, logits)));
    }

    private double[] traits(LogMel logMel) {
        return RollTraits.of(network.read(logMel, description.frames()));
    }

    private float[] logits(LogMel logMel) {
        return switch (description.judge()) {
            case NETWORK -> network.judge(logMel, description.frames());
            case HEAD -> head.judge(traits(logMel));
        };
    }

    private static MoodModel empty(Description description) {
        NDManager manager = NDManager.newBaseManager();
        return new MoodModel(
                manager, new MoodNetwork(manager, description.channels(), 0), new ClipHead(manager), description);
    }

    /**
     * Reads a model folder.
     *
     * @throws NoSuchFileException when there is no model
     * @throws IOException when it cannot be read, or was made for another front end or network
     */
    public static MoodModel load(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(DESCRIPTION))) {
            throw new NoSuchFileException(folder.toString(), null, "there is no mood model; train one first");
        }
        Description description = JSON.readValue(folder.resolve(DESCRIPTION).toFile(), Description.class);
        String wanted = LogMelFrontEnd.VERSION + ", " + MoodNetwork.VERSION;
        String found = description.frontEnd() + ", " + description.network();
        if (!found.equals(wanted)) {
            throw new IOException(
                    "the model in %s is of %s, this build of %s; train anew".formatted(folder, found, wanted));
        }
        MoodModel model = empty(description);
        try (NDManager scratch = model.manager.newSubManager()) {
            List<float[]> values = NDList.decode(scratch, Files.readAllBytes(folder.resolve(WEIGHTS))).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
            int ofNetwork = model.network.parameters().size();
            model.network.set(values.subList(0, ofNetwork));
            model.head.set(values.subList(ofNetwork, values.size()));
            return model;
        } catch (IOException | RuntimeException e) {
            model.close();
            throw new IOException("the model in %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** The card a model folder carries. */
    public static ModelCard card(Path folder) throws IOException {
        return ModelCard.fromJson(Files.readString(folder.resolve(CARD)));
    }

    /**
     * Writes a model folder. The description is written last: a folder without it holds no model.
     *
     * @throws IOException when it cannot be written
     */
    public void save(Path folder, ModelCard card) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(DESCRIPTION));
        Files.write(folder.resolve(WEIGHTS), weights());
        Files.writeString(folder.resolve(CARD), card.toJson());
        JSON.writeValue(folder.resolve(DESCRIPTION).toFile(), description);
    }

    /** The network's values, then the head's, in the engine's own form of arrays. */
    private byte[] weights() {
        try (NDManager scratch = manager.newSubManager()) {
            NDList arrays = new NDList();
            network.values().forEach(values -> arrays.add(scratch.create(values)));
            head.values().forEach(values -> arrays.add(scratch.create(values)));
            return arrays.encode();
        }
    }

    /**
     * @throws IllegalArgumentException when the rate is not {@link LogMelFrontEnd#SAMPLE_RATE} or there are no samples
     */
    public MoodScores predict(Pcm pcm) {
        return predict(LogMelFrontEnd.logMel(pcm));
    }

    /** Heard whole up to some three minutes; of what is longer, evenly spaced crops. */
    public MoodScores predict(LogMel logMel) {
        float[] logits = logits(logMel);
        double[] shares = Calibration.softmax(logits, description.calibration().temperature());
        Map<Quadrant, Double> quadrants = new EnumMap<>(Quadrant.class);
        for (Quadrant quadrant : Quadrant.values()) {
            quadrants.put(quadrant, shares[quadrant.ordinal()]);
        }
        Map<Mood, Double> moods = new EnumMap<>(Mood.class);
        description
                .calibration()
                .moods()
                .forEach((mood, scaling) ->
                        moods.put(mood, scaling.probability(logits[MoodNetwork.QUADRANTS + mood.ordinal()])));
        return new MoodScores(moods, quadrants);
    }

    /** The moods it knows. */
    public List<Mood> vocabulary() {
        return List.copyOf(description.calibration().moods().keySet());
    }

    /** What makes its outputs probabilities. */
    public Calibration calibration() {
        return description.calibration();
    }

    /** How many numbers were learnt. */
    public long parameters() {
        return network.size() + head.size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
