package org.hathor.batch.mood;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hathor.mood.ClipFeatures;
import org.hathor.mood.LabelledFeatures;
import org.hathor.mood.Mood;
import org.hathor.mood.MoodLabels;
import org.hathor.mood.MoodScores;
import org.hathor.mood.Quadrant;

/**
 * The baseline that a mood network must beat: valence and arousal (1 or -1) by ridge regression on
 * {@link ClipFeatures}, fitted by MLlib's normal equations with features scaled to unit deviation (Hoerl and Kennard,
 * "Ridge regression", Technometrics 12, 1970). A value v is read as the probability {@code (1 + v) / 2} of the positive
 * side, and the two sides as independent.
 */
final class ValenceArousalRegression {
    private static final double PENALTY = 0.1;
    private static final double SURE = 0.99;

    private final Line valence;
    private final Line arousal;

    private ValenceArousalRegression(Line valence, Line arousal) {
        this.valence = valence;
        this.arousal = arousal;
    }

    /** @throws IllegalArgumentException when there are no rows */
    static ValenceArousalRegression fit(SparkSession spark, List<LabelledFeatures> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there are no clips with a known quadrant to learn from");
        }
        StructType schema = new StructType()
                .add("features", SQLDataTypes.VectorType(), false)
                .add("valence", DataTypes.DoubleType, false)
                .add("arousal", DataTypes.DoubleType, false);
        List<Row> table = rows.stream()
                .map(row -> RowFactory.create(Vectors.dense(row.features().values()), row.valence(), row.arousal()))
                .toList();
        Dataset<Row> data = spark.createDataFrame(table, schema).coalesce(1).cache();
        try {
            return new ValenceArousalRegression(line(data, "valence"), line(data, "arousal"));
        } finally {
            data.unpersist();
        }
    }

    private static Line line(Dataset<Row> data, String label) {
        LinearRegressionModel model = new LinearRegression()
                .setSolver("normal")
                .setElasticNetParam(0)
                .setRegParam(PENALTY)
                .setLabelCol(label)
                .fit(data);
        Vector weights = model.coefficients();
        return new Line(weights.toArray(), model.intercept());
    }

    /** What it says of a clip. */
    MoodScores predict(ClipFeatures features) {
        double pleasant = valence.probability(features.values());
        double aroused = arousal.probability(features.values());
        Map<Quadrant, Double> quadrants = new EnumMap<>(Quadrant.class);
        Map<Mood, Double> moods = new EnumMap<>(Mood.class);
        for (Quadrant quadrant : Quadrant.values()) {
            double share = (quadrant.valence() > 0 ? pleasant : 1 - pleasant)
                    * (quadrant.arousal() > 0 ? aroused : 1 - aroused);
            quadrants.put(quadrant, share);
            MoodLabels.of(quadrant).moods().forEach((mood, has) -> moods.merge(mood, has ? share : 0, Double::sum));
        }
        return new MoodScores(moods, quadrants);
    }

    @SuppressWarnings("ArrayRecordComponent") // Two of them, never compared.
    private record Line(double[] weights, double intercept) {
        double probability(double[] x) {
            double sum = intercept;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * x[i];
            }
            return Math.max(1 - SURE, Math.min(SURE, (1 + sum) / 2));
        }

        @Override
        public String toString() {
            return "%s + %s".formatted(Arrays.toString(weights), intercept);
        }
    }
}
