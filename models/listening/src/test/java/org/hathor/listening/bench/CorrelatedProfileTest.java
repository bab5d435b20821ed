package org.hathor.listening.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.hathor.audio.tonality.Key;
import org.hathor.audio.tonality.Mode;
import org.hathor.audio.tonality.PitchClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelatedProfileTest {
    @ParameterizedTest
    @EnumSource(CorrelatedProfile.class)
    void theScaleOfAKeyIsHeardAsThatKey(CorrelatedProfile profile) {
        for (int tonic = 0; tonic < 12; tonic++) {
            float[][] major = {weights(tonic, 0, 4, 7, 0, 2, 4, 5, 7, 9, 11)};
            float[][] minor = {weights(tonic, 0, 3, 7, 0, 2, 3, 5, 7, 8, 11)};
            assertKey(profile, major, tonic, Mode.MAJOR);
            assertKey(profile, minor, tonic, Mode.MINOR);
        }
    }

    private static void assertKey(CorrelatedProfile profile, float[][] classes, int tonic, Mode mode) {
        PitchClasses heard = new PitchClasses(new float[1][12], classes, 10, 0);
        Key key = CorrelatedProfile.all(heard).get(profile);
        assertThat(key.tonic()).isEqualTo(tonic);
        assertThat(key.mode()).isEqualTo(mode);
        assertThat(key.confidence()).isGreaterThan(0.7);
    }

    private static float[] weights(int tonic, int... degrees) {
        float[] classes = new float[12];
        for (int degree : degrees) {
            classes[(tonic + degree) % 12]++;
        }
        return classes;
    }
}
