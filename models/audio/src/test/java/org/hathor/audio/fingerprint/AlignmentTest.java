package org.hathor.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final int FRAMES = 400;
    private static final int PEAKS = 120;

    @Property(tries = 40)
    void aStretchOfARecordingIsFoundWhereItBeginsAtItsSpeed(
            @ForAll long seed, @ForAll @IntRange(min = -29, max = 29) int permille) {
        Constellation track = random(seed);
        double speed = 1 + permille / 1_000.0;
        Constellation query = played(track.slice(100, FRAMES), speed);
        double supposed = 1 + Math.round(permille / 5.0) * 0.005;

        Alignment found = Alignment.near(track, query, 101, supposed);

        assertThat(found.offset()).isCloseTo(100, within(0.6));
        assertThat(found.speed()).isCloseTo(speed, within(0.0005));
        assertThat(found.agreement()).isGreaterThan(0.8);
    }

    @Test
    void allPeaksAgreeOfTheRecordingItselfButForThoseSupposedToBeMissed() {
        Constellation track = random(7);

        assertThat(Alignment.near(track, track, 0, 1).agreement()).isCloseTo(PEAKS / (PEAKS + 5.0), within(1e-9));
        assertThat(Alignment.near(track.slice(0, 1 + track.frame(3)), track, 0, 1)
                        .agreement())
                .as("the same of few peaks proves less")
                .isLessThan(0.6);
    }

    @Test
    void peaksThatLieThereByChanceAgreeNoMoreThanTheyDiffer() {
        double agreements = 0;
        int constellations = 400;
        for (int seed = 0; seed < constellations; seed++) {
            Constellation track = random(seed);
            Constellation other = apart(track, new Random(-seed - 1));
            agreements += Alignment.near(track, other, 0, 1).agreement();
        }
        assertThat(agreements / constellations).isCloseTo(0, within(0.03));
    }

    @Test
    void withoutPeaksNothingAgreesAndThePlaceIsKept() {
        Constellation none = new Constellation(new int[0], new short[0], FRAMES);

        assertThat(Alignment.near(random(1), none, 12, 1.01)).isEqualTo(new Alignment(12, 1.01, 0));
        assertThat(Alignment.near(none, random(1), 12, 1.01)).isEqualTo(new Alignment(12, 1.01, 0));
    }

    /** Each peak in a frame of its own, so that only frequencies tell. */
    private static Constellation random(long seed) {
        Random random = new Random(seed);
        int[] frames = new int[PEAKS];
        short[] frequencies = new short[PEAKS];
        for (int i = 0; i < PEAKS; i++) {
            frames[i] = 3 * i + random.nextInt(2);
            frequencies[i] = (short) (300 + random.nextInt(5_000));
        }
        return new Constellation(frames, frequencies, FRAMES);
    }

    private static Constellation played(Constellation track, double speed) {
        int[] frames = new int[track.peaks()];
        short[] frequencies = new short[track.peaks()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = (int) Math.round(track.frame(i) / speed);
            frequencies[i] = (short) Math.round(track.frequency(i) * speed);
        }
        return new Constellation(frames, frequencies, (int) (track.length() / speed));
    }

    /** The same frames, each frequency anywhere within the six steps in which peaks are compared. */
    private static Constellation apart(Constellation track, Random random) {
        int[] frames = new int[track.peaks()];
        short[] frequencies = new short[track.peaks()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = track.frame(i);
            frequencies[i] = (short) (track.frequency(i) + random.nextInt(13) - 6);
        }
        return new Constellation(frames, frequencies, track.length());
    }
}
