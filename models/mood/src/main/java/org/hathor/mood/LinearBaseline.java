package org.hathor.mood;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The control: multinomial logistic regression of the quadrant on {@link ClipFeatures}, each scaled to no mean and unit
 * deviation. Fitted by plain gradient descent, which is enough for a convex loss of some hundred weights and has no
 * chance in it.
 */
public final class LinearBaseline {
    private static final int CLASSES = Quadrant.values().length;
    private static final int ITERATIONS = 1500;
    private static final double STEP = 0.1;

    private final double[] mean;
    private final double[] deviation;
    private final double[][] weights;

    private LinearBaseline(double[] mean, double[] deviation, double[][] weights) {
        this.mean = mean;
        this.deviation = deviation;
        this.weights = weights;
    }

    /**
     * @param penalty of the squared weights, beside the mean cross-entropy; at least 0
     * @throws IllegalArgumentException when there are no rows
     */
    public static LinearBaseline fit(List<LabelledFeatures> rows, double penalty) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there are no rows to learn from");
        }
        double[] mean = new double[ClipFeatures.COUNT];
        double[] deviation = new double[ClipFeatures.COUNT];
        for (LabelledFeatures row : rows) {
            for (int f = 0; f < mean.length; f++) {
                mean[f] += row.features().values()[f] / rows.size();
            }
        }
        for (LabelledFeatures row : rows) {
            for (int f = 0; f < mean.length; f++) {
                double d = row.features().values()[f] - mean[f];
                deviation[f] += d * d / rows.size();
            }
        }
        Arrays.setAll(deviation, f -> Math.max(1e-9, Math.sqrt(deviation[f])));
        LinearBaseline baseline = new LinearBaseline(mean, deviation, new double[CLASSES][ClipFeatures.COUNT + 1]);
        double[][] inputs =
                rows.stream().map(r -> baseline.scaled(r.features())).toArray(double[][]::new);
        int[] truth = rows.stream().mapToInt(r -> r.quadrant().ordinal()).toArray();
        for (int i = 0; i < ITERATIONS; i++) {
            baseline.descend(inputs, truth, penalty);
        }
        return baseline;
    }

    private void descend(double[][] inputs, int[] truth, double penalty) {
        double[][] gradient = new double[CLASSES][ClipFeatures.COUNT + 1];
        for (int i = 0; i < inputs.length; i++) {
            double[] shares = shares(inputs[i]);
            for (int k = 0; k < CLASSES; k++) {
                double error = (shares[k] - (k == truth[i] ? 1 : 0)) / inputs.length;
                for (int f = 0; f < inputs[i].length; f++) {
                    gradient[k][f] += error * inputs[i][f];
                }
            }
        }
        for (int k = 0; k < CLASSES; k++) {
            for (int f = 0; f < gradient[k].length; f++) {
                weights[k][f] -= STEP * (gradient[k][f] + (f == 0 ? 0 : penalty * weights[k][f]));
            }
        }
    }

    /** The quadrants' probabilities, and each mood's as far as quadrants speak of it. */
    public MoodScores predict(ClipFeatures features) {
        double[] shares = shares(scaled(features));
        Map<Quadrant, Double> quadrants = new EnumMap<>(Quadrant.class);
        Map<Mood, Double> moods = new EnumMap<>(Mood.class);
        for (Quadrant quadrant : Quadrant.values()) {
            double share = shares[quadrant.ordinal()];
            quadrants.put(quadrant, share);
            MoodLabels.of(quadrant).moods().forEach((mood, has) -> moods.merge(mood, has ? share : 0, Double::sum));
        }
        return new MoodScores(moods, quadrants);
    }

    /** A leading one, for the offset, and the scaled features. */
    private double[] scaled(ClipFeatures features) {
        double[] scaled = new double[ClipFeatures.COUNT + 1];
        scaled[0] = 1;
        for (int f = 0; f < mean.length; f++) {
            scaled[f + 1] = (features.values()[f] - mean[f]) / deviation[f];
        }
        return scaled;
    }

    private double[] shares(double[] input) {
        float[] logits = new float[CLASSES];
        for (int k = 0; k < CLASSES; k++) {
            double sum = 0;
            for (int f = 0; f < input.length; f++) {
                sum += weights[k][f] * input[f];
            }
            logits[k] = (float) sum;
        }
        return Calibration.softmax(logits, 1);
    }
}
