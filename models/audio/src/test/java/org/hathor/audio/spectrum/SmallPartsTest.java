package org.hathor.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {
    @Property
    void theFastLogarithmIsTheLogarithm(@ForAll @DoubleRange(min = -12, max = 30) double exponent) {
        float power = (float) Math.pow(10, exponent);
        assertThat((double) FastDecibels.ofPower(power)).isCloseTo(Decibels.ofPower(power), within(3e-5));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1e-40f, 1e-10f, 0.5f, 0.70710677f, 1, 1.4142135f, 1.9999999f, 2, 1e30f})
    void theFastLogarithmAtItsSeams(float power) {
        assertThat((double) FastDecibels.ofPower(power)).isCloseTo(Decibels.ofPower(power), within(3e-5));
    }

    @Property
    void theMedianIsTheMiddleOfTheSorted(@ForAll @Size(min = 1, max = 60) double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double wanted = sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        assertThat(Median.of(values)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void aPeriodicWindowIsEvenAroundItsMiddle(Window window) {
        double[] values = window.coefficients(64);
        assertThat(values[32]).isCloseTo(1, within(1e-12));
        for (int n = 1; n < 64; n++) {
            assertThat(values[n]).isCloseTo(values[64 - n], within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"HANN, 0", "HAMMING, 0.08", "BLACKMAN, 0", "RECTANGULAR, 1"})
    void whereAWindowBegins(Window window, double first) {
        assertThat(window.coefficients(10)[0]).isCloseTo(first, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 20, 128})
    void theCosineTransformIsOrthonormal(int coefficients) {
        double[][] basis = Mfcc.basis(coefficients, 128);
        for (int a = 0; a < coefficients; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int m = 0; m < 128; m++) {
                    product += basis[a][m] * basis[b][m];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-12));
            }
        }
    }
}
