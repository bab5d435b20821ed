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
import java.util.ArrayList;
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

    /** A mood is in the vocabulary when training held at least this many clips with it and as many without. */
    private static final int FEWEST_EXAMPLES = 10;

    private final NDManager manager;
    private final MoodNetwork network;
    private final Description description;

    private MoodModel(NDManager manager, MoodNetwork network, Description description) {
        this.manager = manager;
        this.network = network;
        this.description = description;
    }

    /**
     * What a model folder needs beside the weights.
     *
     * @param frontEnd what made the spectrograms; another one's models are refused
     * @param channels width of the network
     * @param frames frames of a crop
     * @param calibration scaling of the outputs; its moods are the vocabulary
     */
    private record Description(
            @JsonProperty("frontEnd") String frontEnd,
            @JsonProperty("channels") int channels,
            @JsonProperty("frames") int frames,
            @JsonProperty("calibration") Calibration calibration) {}

    /** A copy of the network, calibrated on the validation clips. */
    static MoodModel calibrated(MoodNetwork trained, TrainingSettings settings, SplitClips clips) {
        List<float[]> logits = clips.validation().stream()
                .map(clip -> trained.judge(clip.logMel(), settings.frames()))
                .toList();
        Description description = new Description(
                LogMelFrontEnd.VERSION,
                settings.channels(),
                settings.frames(),
                new Calibration(temperature(clips.validation(), logits), scalings(clips, logits)));
        MoodModel model = empty(description);
        model.network.set(trained.values());
        return model;
    }

    private static double temperature(List<MoodClip> clips, List<float[]> logits) {
        List<float[]> known = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            if (clips.get(i).labels().quadrant().isPresent()) {
                known.add(logits.get(i));
                truth.add(clips.get(i).labels().quadrant().get().ordinal());
            }
        }
        return Calibration.fitTemperature(
                known, truth.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Map<Mood, Calibration.Platt> scalings(SplitClips clips, List<float[]> logits) {
        Map<Mood, Calibration.Platt> scalings = new EnumMap<>(Mood.class);
        for (Mood mood : Mood.values()) {
            if (examples(clips.training(), mood, true) < FEWEST_EXAMPLES
                    || examples(clips.training(), mood, false) < FEWEST_EXAMPLES) {
                continue;
            }
            List<Double> scores = new ArrayList<>();
            List<Boolean> has = new ArrayList<>();
            for (int i = 0; i < logits.size(); i++) {
                Boolean known = clips.validation().get(i).labels().moods().get(mood);
                if (known != null) {
                    scores.add((double) logits.get(i)[MoodNetwork.QUADRANTS + mood.ordinal()]);
                    has.add(known);
                }
            }
            boolean[] positive = new boolean[has.size()];
            for (int i = 0; i < positive.length; i++) {
                positive[i] = has.get(i);
            }
            scalings.put(
                    mood,
                    Calibration.Platt.fit(
                            scores.stream().mapToDouble(Double::doubleValue).toArray(), positive));
        }
        return scalings;
    }

    private static long examples(List<MoodClip> clips, Mood mood, Boolean has) {
        return clips.stream()
                .filter(clip -> has.equals(clip.labels().moods().get(mood)))
                .count();
    }

    private static MoodModel empty(Description description) {
        NDManager manager = NDManager.newBaseManager();
        return new MoodModel(manager, new MoodNetwork(manager, description.channels(), 0), description);
    }

    /**
     * Reads a model folder.
     *
     * @throws NoSuchFileException when there is no model
     * @throws IOException when it cannot be read, or was made for another front end
     */
    public static MoodModel load(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(DESCRIPTION))) {
            throw new NoSuchFileException(folder.toString(), null, "there is no mood model; train one first");
        }
        Description description = JSON.readValue(folder.resolve(DESCRIPTION).toFile(), Description.class);
        if (!description.frontEnd().equals(LogMelFrontEnd.VERSION)) {
            throw new IOException("the model in %s hears %s, this build makes %s; train anew"
                    .formatted(folder, description.frontEnd(), LogMelFrontEnd.VERSION));
        }
        MoodModel model = empty(description);
        try (NDManager scratch = model.manager.newSubManager()) {
            model.network.set(NDList.decode(scratch, Files.readAllBytes(folder.resolve(WEIGHTS))).stream()
                    .map(NDArray::toFloatArray)
                    .toList());
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
        Files.write(folder.resolve(WEIGHTS), network.encode());
        Files.writeString(folder.resolve(CARD), card.toJson());
        JSON.writeValue(folder.resolve(DESCRIPTION).toFile(), description);
    }

    /**
     * @throws IllegalArgumentException when the rate is not {@link LogMelFrontEnd#SAMPLE_RATE} or there are no samples
     */
    public MoodScores predict(Pcm pcm) {
        return predict(LogMelFrontEnd.logMel(pcm));
    }

    /** Heard whole up to some three minutes; of what is longer, evenly spaced crops. */
    public MoodScores predict(LogMel logMel) {
        float[] logits = network.judge(logMel, description.frames());
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
        return network.size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
