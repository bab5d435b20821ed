package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionTest {
    @ParameterizedTest
    @CsvSource({
        "0.70, 0.60,     , true,  promoted: 0.700 of quadrants right; the baseline 0.600; of 100 clips",
        "0.70, 0.60, 0.65, true,  promoted: 0.700 of quadrants right; the baseline 0.600; of 100 clips",
        "0.60, 0.60,     , false, not promoted: 0.600 of quadrants right; the baseline 0.600; of 100 clips",
        "0.55, 0.60, 0.50, false, not promoted: 0.550 of quadrants right; the baseline 0.600; of 100 clips",
        "0.70, 0.60, 0.70, false, not promoted: 0.700 of quadrants right; the current model 0.700; of 100 clips",
        "NaN,  0.60,     , false, not promoted: NaN of quadrants right; the baseline 0.600; of 100 clips",
    })
    void onlyTheBetterIsShown(double candidate, double baseline, Double current, boolean promoted, String because) {
        Promotion promotion = Promotion.decide(
                quality(candidate, 100),
                quality(baseline, 100),
                Optional.ofNullable(current).map(c -> quality(c, 100)));
        assertThat(promotion.promoted()).isEqualTo(promoted);
        assertThat(promotion.because()).isEqualTo(because.replace(';', ','));
    }

    @Test
    void modelsJudgedOnDifferentClipsAreNotCompared() {
        assertThatThrownBy(() -> Promotion.decide(quality(0.7, 100), quality(0.6, 99), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Evaluation quality(double accuracy, int clips) {
        return new Evaluation(clips, accuracy, accuracy, 0, 0, 0, Map.of(), new Reliability(List.of()));
    }
}
