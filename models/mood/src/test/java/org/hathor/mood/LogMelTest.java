package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.hathor.audio.Pcm;
import org.junit.jupiter.api.Test;

class LogMelTest {
    private static final int RATE = LogMelFrontEnd.SAMPLE_RATE;

    @Property(tries = 12)
    void aSineIsLoudestInItsBand(@ForAll @IntRange(min = 60, max = 4500) int hertz) {
        LogMel logMel = LogMelFrontEnd.logMel(sine(hertz, 0.5f));
        assertThat(loudest(logMel, 10)).isCloseTo((int) Math.round(LogMelFrontEnd.bandAt(hertz)), within(1));
        assertThat(LogMelFrontEnd.bandAt(LogMelFrontEnd.centreHz(17))).isCloseTo(17, within(1e-9));
    }

    @Test
    void twiceAsLoudIsSixDecibelsMoreAndSilenceIsTheFloor() {
        LogMel soft = LogMelFrontEnd.logMel(sine(440, 0.1f));
        LogMel loud = LogMelFrontEnd.logMel(sine(440, 0.2f));
        int band = loudest(loud, 10);
        assertThat(loud.decibels(10, band) - soft.decibels(10, band)).isCloseTo(6.02f, within(0.6f));
        LogMel silence = LogMelFrontEnd.logMel(Pcm.mono(new float[RATE], RATE));
        assertThat(silence.frames()).isEqualTo(1 + RATE / LogMelFrontEnd.HOP_LENGTH);
        assertThat(silence.decibels(3, 64)).isEqualTo(LogMel.FLOOR_DB);
    }

    @Test
    void levelsKeepHalfDecibelsAndCutOffTheRest() {
        float[][] decibels = new float[2][LogMel.BANDS];
        decibels[0][5] = -31.2f;
        decibels[1][7] = 60;
        decibels[1][8] = -200;
        LogMel logMel = LogMel.ofDecibels(decibels);
        assertThat(logMel.decibels(0, 5)).isEqualTo(-31);
        assertThat(logMel.decibels(1, 7)).isEqualTo(47.5f);
        assertThat(logMel.decibels(1, 8)).isEqualTo(-80);
        assertThat(new LogMel(logMel.levels().clone())).isEqualTo(logMel).hasSameHashCodeAs(logMel);
        assertThatThrownBy(() -> new LogMel(new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 10)
    void transposingAMelRowIsHearingTheSineHigher(@ForAll @IntRange(min = -3, max = 3) int semitones) {
        double hertz = 1500;
        LogMel logMel = LogMelFrontEnd.logMel(sine(hertz, 0.5f));
        float[] row = new float[LogMel.BANDS];
        float[] moved = new float[LogMel.BANDS];
        Crops.row(logMel, 10, 0, row);
        new MelShift(semitones).apply(row, 0, moved, 0);
        int loudest = 0;
        for (int b = 0; b < moved.length; b++) {
            loudest = moved[b] > moved[loudest] ? b : loudest;
        }
        double wanted = LogMelFrontEnd.bandAt(hertz * Math.pow(2, semitones / 12.0));
        assertThat((double) loudest).isCloseTo(wanted, within(1.5));
    }

    @Property(tries = 20)
    void cropsCoverAClipFromItsFirstToItsLastFrame(@ForAll @IntRange(min = 1, max = 90) int frames) {
        float[][] decibels = new float[frames][LogMel.BANDS];
        for (int t = 0; t < frames; t++) {
            decibels[t][0] = t / 2f - 40;
        }
        LogMel clip = LogMel.ofDecibels(decibels);
        float[] crops = Crops.covering(clip, 20, 16);
        boolean[] heard = new boolean[frames];
        for (int row = 0; row < crops.length / LogMel.BANDS; row++) {
            long t = Math.round(2 * (crops[row * LogMel.BANDS] * Crops.SCALE_DB - 35 + 40));
            if (t >= 0 && t < frames) {
                heard[(int) t] = true;
            }
        }
        assertThat(heard).doesNotContain(false);
    }

    @Property(tries = 20)
    void oneSoundOverAnotherHasThePowerOfBoth(
            @ForAll @FloatRange(min = -80, max = 40) float a, @ForAll @FloatRange(min = -80, max = 40) float b) {
        float[] values = {7, (a + 35) / Crops.SCALE_DB};
        Crops.overlay(new float[] {(b + 35) / Crops.SCALE_DB}, values, 1);
        double power = Math.pow(10, a / 10) + Math.pow(10, b / 10);
        assertThat(values[1] * Crops.SCALE_DB - 35).isCloseTo((float) (10 * Math.log10(power)), within(0.15f));
        assertThat(values[0]).isEqualTo(7);
    }

    @Property(tries = 20)
    void anUnalteredCropIsAPieceOfTheClip(@ForAll long seed) {
        LogMel clip = Toy.stripes(Quadrant.Q2, new SplittableRandom(seed));
        float[] crop = new float[20 * LogMel.BANDS];
        Augmentation.Cut cut = Augmentation.none().crop(clip, 20, new SplittableRandom(seed), crop, 0);
        float[] row = new float[LogMel.BANDS];
        for (int t = 0; t < 20; t++) {
            Crops.row(clip, cut.start() + t, 0, row);
            for (int b = 0; b < row.length; b++) {
                assertThat(crop[t * LogMel.BANDS + b]).isCloseTo(row[b], within(1e-5f));
            }
        }
        assertThat(cut.ratio()).isEqualTo(1);
        assertThat(cut.semitones()).isZero();
    }

    private static int loudest(LogMel logMel, int frame) {
        int best = 0;
        for (int b = 0; b < LogMel.BANDS; b++) {
            best = logMel.decibels(frame, b) > logMel.decibels(frame, best) ? b : best;
        }
        return best;
    }

    private static Pcm sine(double hertz, float amplitude) {
        float[] samples = new float[RATE];
        for (int i = 0; i < RATE; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return Pcm.mono(samples, RATE);
    }
}
