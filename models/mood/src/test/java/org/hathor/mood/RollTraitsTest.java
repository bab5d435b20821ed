package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollTraitsTest {
    private static final double FRAME = (double) LogMelFrontEnd.HOP_LENGTH / LogMelFrontEnd.SAMPLE_RATE;
    private static final int FRAMES = 120;
    private static final int[] MAJOR = {0, 4, 7, 12};
    private static final int[] MINOR = {0, 3, 7, 12};

    @Test
    void whatCanBeCountedIsCounted() {
        double[] traits = RollTraits.of(chords(MAJOR, 60, 64));
        assertThat(traits).hasSize(RollTraits.COUNT).doesNotContain(Double.NaN);
        assertThat(traits[0]).as("four keys struck every ten frames").isCloseTo(0.4, within(1e-9));
        assertThat(traits[1]).as("frames in which any is struck").isCloseTo(0.1, within(1e-9));
        assertThat(traits[4]).as("four of ten frames sound, four keys each").isCloseTo(1.6, within(1e-9));
        assertThat(traits[5]).as("frames a key sounds").isCloseTo(4, within(1e-9));
        assertThat(traits[6]).as("silent frames").isCloseTo(0.6, within(1e-9));
        assertThat(traits[7]).as("mean velocity").isCloseTo(64 / 127.0, within(1e-6));
        assertThat(traits[8]).as("its deviation").isCloseTo(0, within(1e-6));
        assertThat(traits[14]).as("mean key").isCloseTo(60 - 21 + 23 / 4.0, within(1e-9));
    }

    @Test
    void aNoteEveryTenFramesHasARhythmOfTen() {
        double[] traits = RollTraits.of(chords(MAJOR, 60, 64));
        int lags = 7 + 28 + 11 + 8;
        for (int lag = 1; lag <= 16; lag++) {
            if (lag == 10) {
                assertThat(traits[lags + 9]).isGreaterThan(0.8);
            } else {
                assertThat(traits[lags + lag - 1]).isNegative();
            }
        }
    }

    @Test
    void majorIsToldFromMinorAndSoundsTheSameInEveryKey() {
        double[] major = new Harmony(chords(MAJOR, 60, 64)).traits();
        double[] minor = new Harmony(chords(MINOR, 60, 64)).traits();
        assertThat(major[2]).as("major fits better").isPositive();
        assertThat(minor[2]).as("minor fits better").isNegative();
        int kinds = 3 + 12 + 14;
        assertThat(major[kinds]).as("windows in which a major chord fits best").isGreaterThan(minor[kinds]);
        assertThat(minor[kinds + 1]).as("a minor chord").isGreaterThan(major[kinds + 1]);
        for (int up = 1; up < 12; up++) {
            assertThat(new Harmony(chords(MAJOR, 60 + up, 64)).traits()).containsExactly(major, within(1e-9));
        }
    }

    @Test
    void silenceAndASingleFrameHaveTraitsToo() {
        assertThat(RollTraits.of(roll(List.of(), 1))).hasSize(RollTraits.COUNT).doesNotContain(Double.NaN);
        assertThat(RollTraits.of(roll(List.of(), 300))).doesNotContain(Double.NaN);
    }

    /** A chord every ten frames, four frames long. */
    private static PianoRoll chords(int[] intervals, int lowest, int velocity) {
        return roll(notes(intervals, lowest, velocity), FRAMES);
    }

    private static List<PlayedNote> notes(int[] intervals, int lowest, int velocity) {
        List<PlayedNote> notes = new ArrayList<>();
        for (int t = 0; t < FRAMES; t += 10) {
            for (int interval : intervals) {
                notes.add(new PlayedNote(t * FRAME, (t + 4) * FRAME, lowest + interval, velocity));
            }
        }
        return notes;
    }

    private static PianoRoll roll(List<PlayedNote> notes, int frames) {
        return PianoRoll.of(notes, new Augmentation.Cut(0, 1, 0), frames);
    }
}
