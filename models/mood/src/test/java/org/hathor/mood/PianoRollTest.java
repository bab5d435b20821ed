package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PianoRollTest {
    private static final double FRAME = (double) LogMelFrontEnd.HOP_LENGTH / LogMelFrontEnd.SAMPLE_RATE;
    private static final Augmentation.Cut WHOLE = new Augmentation.Cut(0, 1, 0);

    @Test
    void aCropHoldsWhatIsPlayedInItTransposedAndStretchedAsItIs() {
        List<PlayedNote> notes = List.of(
                new PlayedNote(2 * FRAME, 12 * FRAME, 60, 127),
                new PlayedNote(14 * FRAME, 18 * FRAME, 62, 64),
                new PlayedNote(14 * FRAME, 18 * FRAME, 108, 64));
        PianoRoll roll = PianoRoll.of(notes, new Augmentation.Cut(10, 2, 3), 5);
        int held = 60 + 3 - 21;
        int struck = 62 + 3 - 21;
        assertThat(count(roll.struck()))
                .as("one began before the crop, one is beyond the keys")
                .isOne();
        assertThat(roll.struck()[2][struck]).isTrue();
        assertThat(roll.velocity()[2][struck]).isCloseTo(64 / 127f, within(1e-6f));
        assertThat(column(roll.sounding(), held)).isEqualTo("#....");
        assertThat(column(roll.sounding(), struck)).isEqualTo("..##.");
    }

    @Test
    void aKeyIsHeardStruckWhereThatIsLikeliestAndSoundsWhereItIsStruck() {
        int frames = 6;
        float[] outputs = new float[PianoRoll.OUTPUTS * PianoRoll.KEYS * frames];
        Arrays.fill(outputs, -5);
        int key = 40;
        set(outputs, PianoRoll.STRUCK, key, frames, -5, -1, 2, 1, -5, -1);
        set(outputs, PianoRoll.SOUNDING, key, frames, -5, -5, -5, 1, 0, -5);
        set(outputs, PianoRoll.VELOCITY, key, frames, 0.3f, 0.3f, 0.7f, 0.3f, 0.3f, -2);
        PianoRoll roll = PianoRoll.heard(outputs, 1, frames);
        assertThat(column(roll.struck(), key)).isEqualTo("..#..#");
        assertThat(column(roll.sounding(), key)).isEqualTo("..####");
        assertThat(roll.velocity()[2][key]).isEqualTo(0.7f);
        assertThat(roll.velocity()[3][key]).isZero();
        assertThat(roll.velocity()[5][key]).as("nothing is softer").isEqualTo(0.05f);
        assertThat(count(roll.sounding())).isEqualTo(4);
    }

    @Test
    void twoAtOnceAreTheKeysOfBoth() {
        PianoRoll low = PianoRoll.of(List.of(new PlayedNote(0, 2 * FRAME, 40, 50)), WHOLE, 3);
        PianoRoll high = PianoRoll.of(
                List.of(new PlayedNote(0, 2 * FRAME, 40, 90), new PlayedNote(FRAME, 3 * FRAME, 70, 90)), WHOLE, 3);
        PianoRoll both = low.with(high);
        assertThat(count(both.struck())).isEqualTo(2);
        assertThat(both.velocity()[0][19]).isCloseTo(90 / 127f, within(1e-6f));
        assertThat(column(both.sounding(), 19)).isEqualTo("##.");
        assertThat(column(both.sounding(), 49)).isEqualTo(".##");
    }

    private static void set(float[] outputs, int output, int key, int frames, float... values) {
        System.arraycopy(values, 0, outputs, (output * PianoRoll.KEYS + key) * frames, frames);
    }

    private static String column(boolean[][] rows, int key) {
        StringBuilder column = new StringBuilder();
        for (boolean[] row : rows) {
            column.append(row[key] ? '#' : '.');
        }
        return column.toString();
    }

    private static int count(boolean[][] rows) {
        int count = 0;
        for (boolean[] row : rows) {
            for (boolean key : row) {
                count += key ? 1 : 0;
            }
        }
        return count;
    }
}
