package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @Property(tries = 50)
    void theCorrelationIsPearsonsOfTheCellsThatLieUponOneAnother(
            @ForAll long seed, @ForAll @IntRange(min = -90, max = 90) int offset) {
        Random random = new Random(seed);
        float[][] played = random(random, 80);
        float[][] heard = random(random, 60);
        double speed = 0.97 + 0.06 * random.nextDouble();

        double correlation = Likeness.correlation(Texture.of(played), heard, offset, speed);

        assertThat(correlation).isCloseTo(naive(played, heard, offset, speed), within(1e-5));
    }

    @Test
    void whatIsHeardWhereItWasPlayedIsThere() {
        float[][] rises = random(new Random(3), 100);
        Texture texture = Texture.of(rises);

        Likeness there = Likeness.of(texture, new Bands(levels(rises, 1), rises), 0, 1, 0);
        Likeness masked = Likeness.of(texture, new Bands(levels(rises, 1), random(new Random(4), 100)), 0, 1, 0);
        Likeness silent = Likeness.of(texture, new Bands(levels(rises, 0), rises), 0, 1, 0);

        assertThat(there.correlation()).isGreaterThan(0.9);
        assertThat(there.absence()).isZero();
        // what is kept is rounded to a seventh of a neper
        assertThat(there.stillness()).isLessThan(0.15);
        assertThat(masked.correlation()).isCloseTo(0, within(0.1));
        assertThat(masked.absence()).isZero();
        assertThat(silent.absence()).isEqualTo(1);
        assertThat(silent.faintness()).isEqualTo(1);
        assertThat(there.evidence()).isGreaterThan(masked.evidence()).isGreaterThan(silent.evidence());
    }

    @Test
    void peaksThatAgreeAndNoiseThatMayHideSomethingSpeakForIt() {
        float[][] rises = random(new Random(5), 100);
        Texture texture = Texture.of(rises);

        Likeness alone = Likeness.of(texture, new Bands(levels(rises, 1), rises), 0, 1, 0);
        Likeness agreeing = Likeness.of(texture, new Bands(levels(rises, 1), rises), 0, 1, 0.5);
        Likeness fuller = Likeness.of(texture, new Bands(levels(rises, 2), rises), 0, 1, 0);

        assertThat(agreeing.evidence()).isGreaterThan(alone.evidence());
        assertThat(fuller.fullness()).isCloseTo(2 * alone.fullness(), within(1e-6));
        assertThat(fuller.evidence()).isGreaterThan(alone.evidence());
    }

    /** By the definitions: 1.05 nepers rise strongly, 0.6 rise, -0.3 fall. */
    @ParameterizedTest
    @CsvSource({
        // track, rises, level: absence, faintness, stillness
        "0.6, 0.6, 1.0, 0, 0, 0",
        "0.6, 0.0, 0.2, 1, 0, 0",
        "0.6, 0.0, 0.3, 0, 0, 0",
        "1.05, 0.0, 0.5, 1, 1, 0",
        "1.05, 0.0, 0.9, 0, 1, 0",
        "1.05, 0.0, 1.1, 0, 0, 0",
        "-0.3, -0.3, 0.0, 0, 0, 0",
        "-0.3, -0.2, 0.0, 0, 0, 1",
        "-0.3, 0.0, 0.0, 0, 0, 1",
        "-0.3, 0.2, 0.0, 0, 0, 0",
        "0.0, 0.0, 0.0, 0, 0, 0"
    })
    void whatTheQueryDoesWhereTheTrackMovesIsCounted(
            float track, float rise, float level, double absence, double faintness, double stillness) {
        Likeness likeness = Likeness.of(Texture.of(all(track)), new Bands(all(level), all(rise)), 0, 1, 0);

        assertThat(likeness.absence()).isEqualTo(absence);
        assertThat(likeness.faintness()).isEqualTo(faintness);
        assertThat(likeness.stillness()).isEqualTo(stillness);
        assertThat(likeness.fullness()).isCloseTo(level, within(1e-6));
    }

    private static float[][] all(float value) {
        float[][] cells = new float[20][Bands.COUNT];
        for (float[] frame : cells) {
            Arrays.fill(frame, value);
        }
        return cells;
    }

    @Test
    void silenceIsLikeNothing() {
        float[][] silence = new float[50][Bands.COUNT];

        Likeness likeness = Likeness.of(Texture.of(random(new Random(6), 50)), new Bands(silence, silence), 0, 1, 0);

        assertThat(likeness.correlation()).isZero();
        assertThat(likeness.absence()).isEqualTo(1);
        assertThat(likeness.faintness()).isEqualTo(1);
        assertThat(likeness.stillness()).isEqualTo(1);
        assertThat(likeness.evidence()).isNegative();
    }

    /** A level wherever something rises. */
    private static float[][] levels(float[][] rises, float level) {
        float[][] levels = new float[rises.length][Bands.COUNT];
        for (int t = 0; t < rises.length; t++) {
            for (int band = 0; band < Bands.COUNT; band++) {
                levels[t][band] = rises[t][band] >= 0.2f ? level : 0;
            }
        }
        return levels;
    }

    private static float[][] random(Random random, int frames) {
        float[][] rises = new float[frames][Bands.COUNT];
        for (float[] frame : rises) {
            for (int band = 0; band < Bands.COUNT; band++) {
                frame[band] = (float) (0.8 * random.nextGaussian());
            }
        }
        return rises;
    }

    /** By the definition, cell by cell; a track is at rest beyond its edges. */
    private static double naive(float[][] played, float[][] heard, int offset, double speed) {
        Texture texture = Texture.of(played);
        float[] cells = new float[Bands.COUNT];
        double[][] pairs = new double[2][0];
        for (int frame = -100; frame < 100; frame++) {
            double at = (frame * Texture.STRIDE - offset) / speed;
            if (at < 0 || at > heard.length - 1) {
                continue;
            }
            texture.read(frame, cells);
            int from = pairs[0].length;
            pairs[0] = Arrays.copyOf(pairs[0], from + Bands.COUNT);
            pairs[1] = Arrays.copyOf(pairs[1], from + Bands.COUNT);
            for (int band = 0; band < Bands.COUNT; band++) {
                pairs[0][from + band] = cells[band];
                pairs[1][from + band] = heard[(int) Math.round(at)][band];
            }
        }
        double[] deviations = new double[3];
        double one = Arrays.stream(pairs[0]).average().orElse(0);
        double other = Arrays.stream(pairs[1]).average().orElse(0);
        for (int i = 0; i < pairs[0].length; i++) {
            deviations[0] += (pairs[0][i] - one) * (pairs[0][i] - one);
            deviations[1] += (pairs[1][i] - other) * (pairs[1][i] - other);
            deviations[2] += (pairs[0][i] - one) * (pairs[1][i] - other);
        }
        double spread = Math.sqrt(deviations[0] * deviations[1]);
        return spread < 1e-6 ? 0 : deviations[2] / spread;
    }
}
