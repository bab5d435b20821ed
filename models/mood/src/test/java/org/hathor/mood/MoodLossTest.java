package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The engine's sums against loops. */
class MoodLossTest {
    private static final int BATCH = 3;
    private static final int FRAMES = 6;

    private final SplittableRandom random = new SplittableRandom(8);
    private final float[] logits = numbers(BATCH * MoodNetwork.LOGITS);
    private final float[] keys = numbers(BATCH * PianoRoll.OUTPUTS * PianoRoll.KEYS * FRAMES);

    @Test
    void quadrantsAndMoodsCountWhereTheyAreKnown() {
        Map<Mood, Boolean> some = new EnumMap<>(Mood.class);
        some.put(Mood.EPIC, true);
        some.put(Mood.CALM, false);
        MoodLoss loss = new MoodLoss(BATCH, 0.1f);
        loss.know(0, MoodLabels.of(Quadrant.Q3));
        loss.know(1, new MoodLabels(Optional.empty(), some));
        // Nothing is known of the third.

        double quadrant = 0;
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += Math.exp(logits[k]);
        }
        for (int k = 0; k < 4; k++) {
            quadrant -= (k == 2 ? 0.925 : 0.025) * Math.log(Math.exp(logits[k]) / sum);
        }
        double moods = 0;
        for (Mood mood : Mood.values()) {
            Boolean first = MoodLabels.of(Quadrant.Q3).moods().get(mood);
            Boolean second = some.get(mood);
            moods += (first == null ? 0 : crossEntropy(0, mood, first))
                    + (second == null ? 0 : crossEntropy(1, mood, second));
        }
        assertThat(value(loss)).isCloseTo((float) (quadrant + 0.5 * moods / 8), within(1e-5f));
    }

    @Test
    void keysCountWhereTheNotesAreKnownAndVelocityWhereAKeyIsStruck() {
        double frame = (double) LogMelFrontEnd.HOP_LENGTH / LogMelFrontEnd.SAMPLE_RATE;
        PianoRoll roll = PianoRoll.of(
                List.of(new PlayedNote(2 * frame, 4 * frame, 60, 90), new PlayedNote(3 * frame, 5 * frame, 64, 30)),
                new Augmentation.Cut(0, 1, 0),
                FRAMES);
        KeyLoss loss = new KeyLoss(BATCH, FRAMES);
        assertThat(loss.isEmpty()).isTrue();
        loss.know(1, roll);
        assertThat(loss.isEmpty()).isFalse();

        double wanted = 0;
        for (int t = 0; t < FRAMES; t++) {
            for (int key = 0; key < PianoRoll.KEYS; key++) {
                wanted += crossEntropy(output(PianoRoll.STRUCK, key, t), roll.struck()[t][key])
                        + crossEntropy(output(PianoRoll.SOUNDING, key, t), roll.sounding()[t][key]);
                double error = output(PianoRoll.VELOCITY, key, t) - roll.velocity()[t][key];
                wanted += roll.struck()[t][key] ? 10 * error * error : 0;
            }
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            Shape shape = new Shape(BATCH, PianoRoll.OUTPUTS * PianoRoll.KEYS, FRAMES);
            assertThat((double) loss.of(manager.create(keys, shape)).getFloat())
                    .isCloseTo(wanted / FRAMES, within(1e-2));
        }
    }

    /** Of the second row. */
    private float output(int output, int key, int t) {
        return keys[((PianoRoll.OUTPUTS + output) * PianoRoll.KEYS + key) * FRAMES + t];
    }

    @Test
    void whereNothingIsKnownNothingIsLost() {
        assertThat(value(new MoodLoss(BATCH, 0.1f))).isZero();
    }

    @Test
    void theRateRisesForAFifthAndFallsToNothing() {
        OneCycle cycle = new OneCycle(0.01f, 100);
        assertThat(cycle.rate(0)).isCloseTo(0.0004f, within(1e-7f));
        assertThat(cycle.rate(19)).isEqualTo(0.01f);
        assertThat(cycle.rate(99)).isLessThan(1e-6f);
        for (int step = 1; step < 100; step++) {
            assertThat(cycle.rate(step) > cycle.rate(step - 1)).isEqualTo(step <= 19);
        }
    }

    private double crossEntropy(int row, Mood mood, boolean has) {
        return crossEntropy(logits[row * MoodNetwork.LOGITS + 4 + mood.ordinal()], has);
    }

    private static double crossEntropy(double logit, boolean has) {
        double p = 1 / (1 + Math.exp(-logit));
        return -Math.log(has ? p : 1 - p);
    }

    private float value(MoodLoss loss) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return loss.of(manager.create(logits, new Shape(BATCH, MoodNetwork.LOGITS)))
                    .getFloat();
        }
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-3, 3);
        }
        return numbers;
    }
}
