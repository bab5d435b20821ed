package org.hathor.mood;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Keys, chords and basses of a roll, all told from the tonic of the key that fits best, so that the same music in
 * another key has the same numbers. Pitch classes are counted from A, the lowest key's.
 */
final class Harmony {
    private static final int CLASSES = 12;

    /** How well each pitch class fits a key; Krumhansl and Kessler, Psychological Review 89 (1982). */
    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};

    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    /** Major, minor, diminished, the sevenths of major, minor and dominant, and the open fifth with a fourth. */
    private static final int[][] CHORDS = {
        {0, 4, 7}, {0, 3, 7}, {0, 3, 6}, {0, 4, 7, 11}, {0, 3, 7, 10}, {0, 4, 7, 10}, {0, 5, 7}
    };

    /** Frames over which a chord is looked for, half a second. */
    private static final int CHORD_FRAMES = 6;

    private static final int INTERVALS = 6;

    /** How many {@link #traits()} there are. */
    static final int COUNT = 3 + CLASSES + (CLASSES + 2) + (2 * CHORDS.length + CLASSES + 1) + INTERVALS;

    private final PianoRoll roll;
    private final boolean[][] classes;
    private final double[] keysOfClasses;
    private final double bestMajor;
    private final double bestMinor;
    private final int tonic;

    Harmony(PianoRoll roll) {
        this.roll = roll;
        classes = new boolean[roll.frames()][CLASSES];
        keysOfClasses = new double[CLASSES];
        for (int t = 0; t < classes.length; t++) {
            for (int key = 0; key < PianoRoll.KEYS; key++) {
                if (roll.sounding()[t][key]) {
                    classes[t][key % CLASSES] = true;
                    keysOfClasses[key % CLASSES]++;
                }
            }
        }
        double[] major = fits(MAJOR);
        double[] minor = fits(MINOR);
        bestMajor = Arrays.stream(major).max().orElseThrow();
        bestMinor = Arrays.stream(minor).max().orElseThrow();
        tonic = MoodMetrics.argMax(bestMajor > bestMinor ? major : minor);
    }

    /** For each tonic the correlation of what sounds with a key's profile. */
    private double[] fits(double[] profile) {
        double[] fits = new double[CLASSES];
        Arrays.setAll(fits, root -> Statistics.correlation(fromRoot(keysOfClasses, root), profile));
        return fits;
    }

    private static double[] fromRoot(double[] classes, int root) {
        double[] turned = new double[CLASSES];
        Arrays.setAll(turned, i -> classes[(i + root) % CLASSES]);
        return turned;
    }

    /**
     * How well the best major and minor key fit, and by how much the major one fits better; the share of each pitch
     * class, that of each bass, how far basses spread and how often they change; chords; and in how many frames two
     * pitch classes 1 to 6 semitones apart sound, counted by pairs.
     */
    double[] traits() {
        DoubleStream.Builder traits = DoubleStream.builder();
        for (double value : List.of(bestMajor, bestMinor, bestMajor - bestMinor)) {
            traits.add(value);
        }
        addAll(traits, fromRoot(shares(keysOfClasses), tonic));
        addBasses(traits);
        addChords(traits);
        for (int interval = 1; interval <= INTERVALS; interval++) {
            traits.add(pairs(interval));
        }
        return traits.build().toArray();
    }

    private void addBasses(DoubleStream.Builder traits) {
        double[] lowest = Arrays.stream(roll.sounding())
                .mapToDouble(Harmony::lowest)
                .filter(key -> key >= 0)
                .toArray();
        double[] counts = new double[CLASSES];
        int changes = 0;
        for (int i = 0; i < lowest.length; i++) {
            counts[(int) lowest[i] % CLASSES]++;
            changes += i > 0 && lowest[i] != lowest[i - 1] ? 1 : 0;
        }
        addAll(traits, fromRoot(shares(counts), tonic));
        traits.add(Statistics.deviation(lowest));
        traits.add((double) changes / Math.max(1, lowest.length - 1));
    }

    /** -1 where nothing sounds. */
    private static int lowest(boolean[] keys) {
        int key = 0;
        while (key < keys.length && !keys[key]) {
            key++;
        }
        return key < keys.length ? key : -1;
    }

    /**
     * Where something sounds: how often each kind of chord fits best and how well it fits on the whole; the roots; how
     * often chords change.
     */
    private void addChords(DoubleStream.Builder traits) {
        List<double[]> windows = IntStream.range(0, Math.max(1, roll.frames() / CHORD_FRAMES))
                .mapToObj(w -> window(w * CHORD_FRAMES))
                .filter(sounding -> Arrays.stream(sounding).sum() > 0)
                .toList();
        double share = 1.0 / Math.max(1, windows.size());
        double[] kinds = new double[CHORDS.length];
        double[] meanFits = new double[CHORDS.length];
        double[] roots = new double[CLASSES];
        int changes = 0;
        int before = -1;
        for (double[] sounding : windows) {
            double[] fits = new double[CHORDS.length * CLASSES];
            for (int chord = 0; chord < CHORDS.length; chord++) {
                double best = 0;
                for (int root = 0; root < CLASSES; root++) {
                    double fit = cosine(sounding, CHORDS[chord], root);
                    fits[chord * CLASSES + root] = fit;
                    best = Math.max(best, fit);
                }
                meanFits[chord] += best * share;
            }
            int likeliest = MoodMetrics.argMax(fits);
            kinds[likeliest / CLASSES] += share;
            roots[likeliest % CLASSES] += share;
            changes += before >= 0 && likeliest != before ? 1 : 0;
            before = likeliest;
        }
        addAll(traits, kinds);
        addAll(traits, meanFits);
        addAll(traits, roots);
        traits.add((double) changes / Math.max(1, windows.size() - 1));
    }

    /** In what share of a window's frames each pitch class sounds, from the tonic up. */
    private double[] window(int from) {
        int to = Math.min(roll.frames(), from + CHORD_FRAMES);
        double[] sounding = new double[CLASSES];
        for (int t = from; t < to; t++) {
            for (int c = 0; c < CLASSES; c++) {
                sounding[c] += classes[t][c] ? 1.0 / (to - from) : 0;
            }
        }
        return fromRoot(sounding, tonic);
    }

    private static double cosine(double[] sounding, int[] chord, int root) {
        double inside = 0;
        for (int interval : chord) {
            inside += sounding[(root + interval) % CLASSES];
        }
        double length = Math.sqrt(Arrays.stream(sounding).map(s -> s * s).sum());
        return inside / (Math.sqrt(chord.length) * length + 1e-9);
    }

    private double pairs(int interval) {
        long pairs = 0;
        for (boolean[] frame : classes) {
            for (int c = 0; c < CLASSES; c++) {
                pairs += frame[c] && frame[(c + interval) % CLASSES] ? 1 : 0;
            }
        }
        return (double) pairs / classes.length;
    }

    private static double[] shares(double[] counts) {
        double sum = Math.max(1e-9, Arrays.stream(counts).sum());
        return Arrays.stream(counts).map(count -> count / sum).toArray();
    }

    private static void addAll(DoubleStream.Builder traits, double[] values) {
        for (double value : values) {
            traits.add(value);
        }
    }
}
