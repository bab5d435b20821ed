package org.hathor.mood;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a trained mood model says of itself: Mitchell et al., "Model Cards for Model Reporting", FAT* 2019, kept to what
 * a machine can fill in truthfully.
 *
 * @param model its name, {@code mood}
 * @param version a hash of settings and clips: the same give the same
 * @param intendedUse what it is for
 * @param limits what it must not be trusted with
 * @param trainedOn its sources, each with its terms
 * @param split how the test side was chosen
 * @param settings the trainer's settings by name
 * @param vocabulary the moods it knows
 * @param quality figures on the test clips
 * @param baseline the baseline's figures on the same
 * @param promoted whether it may be shown
 * @param because why, or why not
 */
public record ModelCard(
        @JsonProperty("model") String model,
        @JsonProperty("version") String version,
        @JsonProperty("intendedUse") String intendedUse,
        @JsonProperty("limits") List<String> limits,
        @JsonProperty("trainedOn") List<TrainedOn> trainedOn,
        @JsonProperty("split") String split,
        @JsonProperty("settings") Map<String, String> settings,
        @JsonProperty("vocabulary") List<Mood> vocabulary,
        @JsonProperty("quality") Evaluation quality,
        @JsonProperty("baseline") Evaluation baseline,
        @JsonProperty("promoted") boolean promoted,
        @JsonProperty("because") String because) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .enable(SerializationFeature.INDENT_OUTPUT);

    public ModelCard {
        Objects.requireNonNull(model, "model is null");
        Objects.requireNonNull(version, "version is null");
        Objects.requireNonNull(intendedUse, "intendedUse is null");
        limits = List.copyOf(limits);
        trainedOn = List.copyOf(trainedOn);
        Objects.requireNonNull(split, "split is null");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        vocabulary = List.copyOf(vocabulary);
        Objects.requireNonNull(quality, "quality is null");
        Objects.requireNonNull(baseline, "baseline is null");
        Objects.requireNonNull(because, "because is null");
    }

    /**
     * A source of clips.
     *
     * @param source its name
     * @param licence on what terms it may be used
     * @param clips how many it gave to all three sides
     * @param songs how many songs they were cut from
     */
    public record TrainedOn(
            @JsonProperty("source") String source,
            @JsonProperty("licence") String licence,
            @JsonProperty("clips") long clips,
            @JsonProperty("songs") long songs) {}

    /**
     * The card of a model trained by {@code settings} on {@code clips}, with what is known of every such model filled
     * in.
     */
    public static ModelCard of(
            TrainingSettings settings,
            SplitClips clips,
            List<TrainedOn> sources,
            List<Mood> vocabulary,
            Evaluation quality,
            Evaluation baseline,
            Promotion promotion) {
        return new ModelCard(
                "mood",
                new TrainingFingerprint(settings, clips).hash(),
                "Moods of recorded music for search, playlists and recommendation, as probabilities.",
                List.of(
                        "A mood is what most listeners of the training data's kind would say; people differ, and so do cultures.",
                        "What was trained on piano or generated pieces says little of other music: voices and words are not understood.",
                        "The probabilities are calibrated on clips like the training data, not on other catalogues.",
                        "Not for statements about a person's state of mind."),
                sources,
                "by song: %d clips to learn from, %d to stop by, %d to judge on"
                        .formatted(
                                clips.training().size(),
                                clips.validation().size(),
                                clips.test().size()),
                settings.named(),
                vocabulary,
                quality,
                baseline,
                promotion.promoted(),
                promotion.because());
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a card is always writable", e);
        }
    }

    /** @throws IllegalArgumentException when the text is no card */
    public static ModelCard fromJson(String json) {
        try {
            return JSON.readValue(json, ModelCard.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a model card: " + e.getOriginalMessage(), e);
        }
    }
}
