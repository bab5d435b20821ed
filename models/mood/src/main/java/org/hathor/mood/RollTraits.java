package org.hathor.mood;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A whole clip's playing in numbers that a mood can be told from: how much is struck and sounds, how hard, where on the
 * keyboard, in what rhythm, rising or falling to the end, and its {@link Harmony}. No number depends on the clip's
 * length but by chance.
 */
final class RollTraits {
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int SOUNDING_REGISTER = 8;
    private static final int STRUCK_REGISTER = 11;
    private static final int LAGS = 16;

    /** Two seconds: over stretches of this length loudness and density are followed. */
    private static final int PHRASE_FRAMES = 20;

    private static final int DISTRIBUTION = 2 + QUANTILES.length;

    /** How many numbers there are. */
    static final int COUNT = 7
            + 4 * DISTRIBUTION
            + PianoRoll.KEYS / SOUNDING_REGISTER
            + PianoRoll.KEYS / STRUCK_REGISTER
            + LAGS
            + 4
            + Harmony.COUNT;

    private final PianoRoll roll;
    private final double[] onsets;
    private final double[] voices;

    private RollTraits(PianoRoll roll) {
        this.roll = roll;
        onsets = Arrays.stream(roll.struck()).mapToDouble(RollTraits::count).toArray();
        voices = Arrays.stream(roll.sounding()).mapToDouble(RollTraits::count).toArray();
    }

    /** {@link #COUNT} numbers, of any roll of at least one frame; a silent one's are as good as zero. */
    static double[] of(PianoRoll roll) {
        RollTraits traits = new RollTraits(roll);
        DoubleStream.Builder all = DoubleStream.builder();
        traits.addDensity(all);
        traits.addDistributions(all);
        addRegisters(all, roll.sounding(), SOUNDING_REGISTER);
        addRegisters(all, roll.struck(), STRUCK_REGISTER);
        traits.addRhythm(all);
        traits.addCourse(all);
        Arrays.stream(new Harmony(roll).traits()).forEach(all::add);
        return all.build().toArray();
    }

    private static int count(boolean[] keys) {
        int count = 0;
        for (boolean key : keys) {
            count += key ? 1 : 0;
        }
        return count;
    }

    private void addDensity(DoubleStream.Builder all) {
        double frames = roll.frames();
        double struck = Arrays.stream(onsets).sum();
        double sounding = Arrays.stream(voices).sum();
        all.add(struck / frames);
        for (int keys = 1; keys <= 3; keys++) {
            int atLeast = keys;
            all.add(Arrays.stream(onsets).filter(n -> n >= atLeast).count() / frames);
        }
        all.add(sounding / frames);
        all.add(sounding / Math.max(1, struck));
        all.add(Arrays.stream(voices).filter(n -> n == 0).count() / frames);
    }

    /** Of velocities, of struck keys, of how many sound at once, and of how many are struck at once. */
    private void addDistributions(DoubleStream.Builder all) {
        DoubleStream.Builder velocities = DoubleStream.builder();
        DoubleStream.Builder keys = DoubleStream.builder();
        for (int t = 0; t < roll.frames(); t++) {
            for (int key = 0; key < PianoRoll.KEYS; key++) {
                if (roll.struck()[t][key]) {
                    velocities.add(roll.velocity()[t][key]);
                    keys.add(key);
                }
            }
        }
        for (DoubleStream values :
                new DoubleStream[] {velocities.build(), keys.build(), Arrays.stream(voices), Arrays.stream(onsets)}) {
            double[] sorted = values.sorted().toArray();
            all.add(Statistics.mean(sorted));
            all.add(Statistics.deviation(sorted));
            for (double share : QUANTILES) {
                all.add(Statistics.quantile(sorted, share));
            }
        }
    }

    private static void addRegisters(DoubleStream.Builder all, boolean[][] rows, int width) {
        double[] counts = new double[PianoRoll.KEYS / width];
        for (boolean[] row : rows) {
            for (int key = 0; key < row.length; key++) {
                counts[key / width] += row[key] ? 1 : 0;
            }
        }
        double sum = Math.max(1, Arrays.stream(counts).sum());
        Arrays.stream(counts).forEach(count -> all.add(count / sum));
    }

    /** How much what is struck resembles what was struck 1 to {@link #LAGS} frames before. */
    private void addRhythm(DoubleStream.Builder all) {
        double mean = Statistics.mean(onsets);
        double[] centred = Arrays.stream(onsets).map(n -> n - mean).toArray();
        double power = Arrays.stream(centred).map(x -> x * x).sum() + 1e-9;
        for (int lag = 1; lag <= LAGS; lag++) {
            double product = 0;
            for (int t = lag; t < centred.length; t++) {
                product += centred[t] * centred[t - lag];
            }
            all.add(product / power);
        }
    }

    /** How much density and velocity vary from phrase to phrase, and by how much the last differs from the first. */
    private void addCourse(DoubleStream.Builder all) {
        int phrases = Math.max(1, roll.frames() / PHRASE_FRAMES);
        double[] density = IntStream.range(0, phrases)
                .mapToDouble(p -> Arrays.stream(onsets)
                                .skip((long) p * PHRASE_FRAMES)
                                .limit(PHRASE_FRAMES)
                                .sum()
                        / PHRASE_FRAMES)
                .toArray();
        double[] velocity =
                IntStream.range(0, phrases).mapToDouble(this::meanVelocity).toArray();
        all.add(Statistics.deviation(density));
        all.add(Statistics.deviation(velocity));
        all.add(density[phrases - 1] - density[0]);
        all.add(velocity[phrases - 1] - velocity[0]);
    }

    private double meanVelocity(int phrase) {
        double sum = 0;
        int struck = 0;
        int to = Math.min(roll.frames(), (phrase + 1) * PHRASE_FRAMES);
        for (int t = phrase * PHRASE_FRAMES; t < to; t++) {
            for (float velocity : roll.velocity()[t]) {
                sum += velocity;
                struck += velocity > 0 ? 1 : 0;
            }
        }
        return sum / Math.max(1, struck);
    }
}
