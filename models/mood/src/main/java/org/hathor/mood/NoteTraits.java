package org.hathor.mood;

import java.util.Arrays;
import java.util.List;

/**
 * What is played in a stretch of music, in ten numbers of about one: the network learns to hear them beside the mood,
 * where a clip's notes are known. They carry much of a mood (how dense, how low, how hard, how long, major or minor)
 * and, unlike it, people do not differ on them; nobody needs the notes once the network is trained. Vapnik and Vashist,
 * "Learning using privileged information" (Neural Networks, 2009).
 */
final class NoteTraits {
    static final int COUNT = 10;

    /** With fewer notes than this, nothing is said. */
    private static final int FEWEST_NOTES = 3;

    private static final float[] NOTHING = {};
    private static final double LONGEST_SECONDS = 3;

    /** How well each pitch class fits a key; Krumhansl and Kessler, Psychological Review 89 (1982). */
    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};

    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    private NoteTraits() {}

    /**
     * The traits of the notes that start within a stretch; no numbers where there are fewer than three.
     *
     * @param from in seconds
     * @param to in seconds, above {@code from}
     * @param semitones by how much all is transposed
     */
    static float[] of(List<PlayedNote> notes, double from, double to, double semitones) {
        List<PlayedNote> heard =
                notes.stream().filter(n -> n.start() >= from && n.start() < to).toList();
        if (heard.size() < FEWEST_NOTES) {
            return NOTHING;
        }
        double[] pitch =
                heard.stream().mapToDouble(n -> n.pitch() + semitones).sorted().toArray();
        double[] velocity =
                heard.stream().mapToDouble(PlayedNote::velocity).sorted().toArray();
        double length = heard.stream()
                .mapToDouble(n -> Math.min(LONGEST_SECONDS, n.end() - n.start()))
                .average()
                .orElseThrow();
        return new float[] {
            (float) (heard.size() / (to - from) / 5 - 1),
            (float) ((mean(pitch) - 60) / 8),
            (float) (deviation(pitch) / 8 - 1.5),
            (float) ((mean(velocity) - 70) / 15),
            (float) (deviation(velocity) / 8 - 1.5),
            (float) (Math.log(length + 0.05) * 1.5 + 1),
            (float) (majorness(heard) * 5),
            (float) ((quantile(velocity, 0.95) - 85) / 15),
            (float) ((quantile(velocity, 0.1) - 55) / 15),
            (float) ((pitch[0] - 36) / 8)
        };
    }

    /** By how much the best major key fits better than the best minor key: a difference of correlations. */
    private static double majorness(List<PlayedNote> notes) {
        double[] classes = new double[12];
        for (PlayedNote note : notes) {
            classes[note.pitch() % 12] += Math.sqrt(Math.min(LONGEST_SECONDS, note.end() - note.start()));
        }
        double major = -1;
        double minor = -1;
        for (int tonic = 0; tonic < 12; tonic++) {
            major = Math.max(major, correlation(classes, MAJOR, tonic));
            minor = Math.max(minor, correlation(classes, MINOR, tonic));
        }
        return major - minor;
    }

    private static double correlation(double[] classes, double[] profile, int tonic) {
        double classMean = mean(classes);
        double profileMean = mean(profile);
        double product = 0;
        for (int i = 0; i < 12; i++) {
            product += (classes[(i + tonic) % 12] - classMean) * (profile[i] - profileMean);
        }
        return product / (12 * deviation(classes) * deviation(profile) + 1e-9);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int before = (int) position;
        int after = Math.min(sorted.length - 1, before + 1);
        return sorted[before] + (position - before) * (sorted[after] - sorted[before]);
    }
}
