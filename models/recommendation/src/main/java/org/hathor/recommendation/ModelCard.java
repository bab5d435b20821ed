package org.hathor.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.Objects;

/**
 * What a trained model says of itself: from what, how, how good, and whether it may be shown. Mitchell et al., "Model
 * Cards for Model Reporting", FAT* 2019, kept to what a machine can fill in truthfully.
 *
 * @param model its name, e.g. {@code als}
 * @param version a hash of inputs and settings: the same give the same
 * @param itemKind what it recommends, lower case
 * @param trainedOn where the interactions came from and how many there were
 * @param split how the held-out side was chosen
 * @param settings the trainer's settings by name
 * @param quality figures on the held-out side
 * @param popularity the control's figures on the same
 * @param promoted whether it may be shown
 * @param because why, or why not
 */
public record ModelCard(
        @JsonProperty("model") String model,
        @JsonProperty("version") String version,
        @JsonProperty("itemKind") String itemKind,
        @JsonProperty("trainedOn") TrainedOn trainedOn,
        @JsonProperty("split") String split,
        @JsonProperty("settings") Map<String, String> settings,
        @JsonProperty("quality") Quality quality,
        @JsonProperty("popularity") Quality popularity,
        @JsonProperty("promoted") boolean promoted,
        @JsonProperty("because") String because) {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    public ModelCard {
        Objects.requireNonNull(model, "model is null");
        Objects.requireNonNull(version, "version is null");
        Objects.requireNonNull(itemKind, "itemKind is null");
        Objects.requireNonNull(trainedOn, "trainedOn is null");
        Objects.requireNonNull(split, "split is null");
        settings = Map.copyOf(settings);
        Objects.requireNonNull(quality, "quality is null");
        Objects.requireNonNull(popularity, "popularity is null");
        Objects.requireNonNull(because, "because is null");
    }

    /**
     * What a model learnt from.
     *
     * @param source the lake's table, or a data set's name
     * @param users how many had at least one interaction
     * @param items size of the catalogue
     * @param interactions how many pairs of user and item
     */
    public record TrainedOn(String source, long users, long items, long interactions) {}

    /** One line of JSON. */
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
