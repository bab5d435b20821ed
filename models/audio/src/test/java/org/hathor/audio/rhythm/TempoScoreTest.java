package org.hathor.audio.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoScoreTest {
    @ParameterizedTest
    @CsvSource({
        "100, 100, RIGHT",
        "100, 104, RIGHT",
        "100, 96, RIGHT",
        "100, 104.1, WRONG",
        "100, 200, RELATED",
        "100, 207.9, RELATED",
        "100, 208.1, WRONG",
        "120, 60, RELATED",
        "120, 40, RELATED",
        "60, 180, RELATED",
        "120, 80, WRONG",
        "120, 180, WRONG",
        "120, 0, WRONG"
    })
    void oneTempoIsHeldAgainstAnother(double reference, double estimated, TempoScore expected) {
        assertThat(TempoScore.of(reference, estimated)).isEqualTo(expected);
    }
}
