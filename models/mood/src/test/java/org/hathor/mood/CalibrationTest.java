package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void aTemperatureUndoesOverconfidence() {
        SplittableRandom random = new SplittableRandom(3);
        List<float[]> logits = new ArrayList<>();
        int[] truth = new int[4000];
        for (int i = 0; i < truth.length; i++) {
            float[] honest = new float[4];
            for (int k = 0; k < 4; k++) {
                honest[k] = (float) (3 * random.nextDouble());
            }
            truth[i] = draw(Calibration.softmax(honest, 1), random);
            float[] boastful = new float[4];
            for (int k = 0; k < 4; k++) {
                boastful[k] = 2.5f * honest[k];
            }
            logits.add(boastful);
        }
        double temperature = Calibration.fitTemperature(logits, truth);
        assertThat(temperature).isCloseTo(2.5, within(0.25));
        assertThat(error(logits, truth, temperature)).isLessThan(0.03).isLessThan(error(logits, truth, 1) / 3);
    }

    @Test
    void theTemperatureIsTheBestOfManyTried() {
        List<float[]> logits = List.of(
                new float[] {2, 0, 0, 1}, new float[] {0, 3, 1, 0}, new float[] {1, 1.5f, 0, 0}, new float[] {0, 0, 1, 4
                });
        int[] truth = {0, 1, 0, 2};
        double best = wrong(logits, truth, Calibration.fitTemperature(logits, truth));
        for (double t = 0.2; t <= 10; t *= 1.01) {
            assertThat(best).isLessThanOrEqualTo(wrong(logits, truth, t) + 1e-6);
        }
    }

    @Test
    void plattFindsTheSlopeAndOffsetThatMadeTheLabels() {
        SplittableRandom random = new SplittableRandom(4);
        double[] logits = new double[20_000];
        boolean[] has = new boolean[logits.length];
        Calibration.Platt truth = new Calibration.Platt(0.4, -0.7);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = 8 * random.nextDouble() - 4;
            has[i] = random.nextDouble() < truth.probability(logits[i]);
        }
        Calibration.Platt fitted = Calibration.Platt.fit(logits, has);
        assertThat(fitted.slope()).isCloseTo(0.4, within(0.03));
        assertThat(fitted.offset()).isCloseTo(-0.7, within(0.06));
    }

    @Test
    void whereAllOrNoneHaveAMoodNothingIsScaled() {
        assertThat(Calibration.Platt.fit(new double[] {1, 2}, new boolean[] {true, true}))
                .isEqualTo(Calibration.Platt.IDENTITY);
        assertThat(Calibration.Platt.fit(new double[0], new boolean[0])).isEqualTo(Calibration.Platt.IDENTITY);
    }

    /** Cross-entropy of all rows, and what a temperature far from 1 costs. */
    private static double wrong(List<float[]> logits, int[] truth, double temperature) {
        double sum = Math.pow(Math.log(temperature) / 0.2, 2) / 2;
        for (int i = 0; i < truth.length; i++) {
            double all = 0;
            for (float z : logits.get(i)) {
                all += Math.exp(z / temperature);
            }
            sum -= Math.log(Math.exp(logits.get(i)[truth[i]] / temperature) / all);
        }
        return sum;
    }

    private static double error(List<float[]> logits, int[] truth, double temperature) {
        return Reliability.ofClasses(
                        logits.stream()
                                .map(z -> Calibration.softmax(z, temperature))
                                .toList(),
                        truth)
                .expectedCalibrationError();
    }

    private static int draw(double[] shares, SplittableRandom random) {
        double u = random.nextDouble();
        for (int k = 0; k < shares.length; k++) {
            u -= shares[k];
            if (u < 0) {
                return k;
            }
        }
        return shares.length - 1;
    }
}
