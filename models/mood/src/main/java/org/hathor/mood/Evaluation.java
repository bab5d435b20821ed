package org.hathor.mood;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How good a scorer is on clips it has not learnt from.
 *
 * @param clips how many
 * @param accuracy share whose known quadrant was the likeliest
 * @param macroF1 mean F1 over the quadrants
 * @param calibrationError expected calibration error of the quadrants, {@link Reliability#BINS} bins
 * @param valenceRight share whose expected valence has the sign of the known quadrant
 * @param arousalRight share whose expected arousal has the sign of the known quadrant
 * @param moods figures for each mood
 * @param reliability the quadrants' table
 */
public record Evaluation(
        @JsonProperty("clips") int clips,
        @JsonProperty("accuracy") double accuracy,
        @JsonProperty("macroF1") double macroF1,
        @JsonProperty("calibrationError") double calibrationError,
        @JsonProperty("valenceRight") double valenceRight,
        @JsonProperty("arousalRight") double arousalRight,
        @JsonProperty("moods") Map<Mood, MoodFigures> moods,
        @JsonProperty("reliability") Reliability reliability) {
    public Evaluation {
        moods = Collections.unmodifiableMap(new TreeMap<>(moods));
    }

    /**
     * @param clips how many are known to have it or not
     * @param share how many of them have it
     * @param rocAuc chance that one that has it is scored above one that has not
     * @param averagePrecision area under precision over recall
     * @param calibrationError expected calibration error
     */
    public record MoodFigures(
            @JsonProperty("clips") int clips,
            @JsonProperty("share") double share,
            @JsonProperty("rocAuc") double rocAuc,
            @JsonProperty("averagePrecision") double averagePrecision,
            @JsonProperty("calibrationError") double calibrationError) {}

    /** Scores every clip and compares. */
    public static Evaluation of(List<MoodClip> clips, Function<MoodClip, MoodScores> scorer) {
        List<Scored> scored = new ArrayList<>();
        for (MoodClip clip : clips) {
            scored.add(new Scored(clip.labels(), scorer.apply(clip)));
        }
        return of(scored);
    }

    /** What was known of a clip and what was said of it. */
    public record Scored(MoodLabels labels, MoodScores scores) {}

    /** Compares; several models' answers may be pooled. */
    public static Evaluation of(List<Scored> scored) {
        List<Scored> known =
                scored.stream().filter(s -> s.labels().quadrant().isPresent()).toList();
        int[] truth = known.stream()
                .mapToInt(s -> s.labels().quadrant().orElseThrow().ordinal())
                .toArray();
        List<double[]> shares = known.stream()
                .map(s -> s.scores().quadrants().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
        Reliability reliability = Reliability.ofClasses(shares, truth);
        Map<Mood, MoodFigures> moods = new TreeMap<>();
        for (Mood mood : Mood.values()) {
            List<Scored> both = scored.stream()
                    .filter(s -> s.labels().moods().containsKey(mood)
                            && s.scores().moods().containsKey(mood))
                    .toList();
            if (!both.isEmpty()) {
                moods.put(mood, figures(both, mood));
            }
        }
        return new Evaluation(
                scored.size(),
                MoodMetrics.accuracy(shares, truth),
                MoodMetrics.macroF1(shares, truth, MoodNetwork.QUADRANTS),
                reliability.expectedCalibrationError(),
                signRight(known, s -> s.scores().valence(), Quadrant::valence),
                signRight(known, s -> s.scores().arousal(), Quadrant::arousal),
                moods,
                reliability);
    }

    private static MoodFigures figures(List<Scored> scored, Mood mood) {
        double[] probability = new double[scored.size()];
        boolean[] has = new boolean[scored.size()];
        int positives = 0;
        for (int i = 0; i < has.length; i++) {
            probability[i] = scored.get(i).scores().moods().get(mood);
            has[i] = scored.get(i).labels().moods().get(mood);
            positives += has[i] ? 1 : 0;
        }
        return new MoodFigures(
                has.length,
                (double) positives / has.length,
                MoodMetrics.rocAuc(probability, has),
                MoodMetrics.averagePrecision(probability, has),
                Reliability.of(probability, has).expectedCalibrationError());
    }

    private static double signRight(
            List<Scored> known, Function<Scored, Double> value, Function<Quadrant, Integer> sign) {
        return known.stream()
                .mapToInt(s -> value.apply(s) * sign.apply(s.labels().quadrant().orElseThrow()) > 0 ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
