package org.hathor.mood;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A {@link Calibration} fitted to what a network says of validation clips. */
final class FittedCalibration {
    /** A mood is in the vocabulary when training held at least this many clips with it and as many without. */
    private static final int FEWEST_EXAMPLES = 10;

    private FittedCalibration() {}

    /**
     * A temperature, and a scaling for each mood of the vocabulary.
     *
     * @param logits of each validation clip, {@link MoodNetwork#LOGITS} numbers
     */
    static Calibration of(SplitClips clips, List<float[]> logits) {
        return new Calibration(temperature(clips.validation(), logits), scalings(clips, logits));
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
}
