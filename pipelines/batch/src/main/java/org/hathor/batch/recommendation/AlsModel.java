package org.hathor.batch.recommendation;

import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hathor.recommendation.ItemFactors;

/**
 * A fitted factor model: the items' vectors in memory, the users' distributed.
 *
 * @param items by item index; zeros for an item that nobody's learning side holds
 * @param users vectors by user index; a user with nothing to learn from has none
 */
public record AlsModel(ItemFactors items, JavaPairRDD<Integer, float[]> users) {
    /** Fits implicit ALS to the learning side of an audience made from this table. */
    public static AlsModel fit(Dataset<Row> table, Audience audience, AlsSettings settings) {
        int rank = settings.rank();
        ALSModel model = new ALS()
                .setImplicitPrefs(true)
                .setRank(rank)
                .setAlpha(settings.alpha())
                .setRegParam(settings.regularisation())
                .setMaxIter(settings.iterations())
                .setNumBlocks(settings.blocks())
                .setSeed(settings.seed())
                .setUserCol("user")
                .setItemCol("item")
                .setRatingCol("rating")
                .fit(audience.ratings(table));
        return new AlsModel(
                items(model.itemFactors(), audience.itemIds().size(), rank),
                model.userFactors().toJavaRDD().mapToPair(row -> new scala.Tuple2<>(row.getInt(0), vector(row, rank))));
    }

    private static ItemFactors items(Dataset<Row> factors, int size, int rank) {
        float[] values = new float[Math.multiplyExact(size, rank)];
        for (Row row : factors.collectAsList()) {
            System.arraycopy(vector(row, rank), 0, values, row.getInt(0) * rank, rank);
        }
        return new ItemFactors(values, rank);
    }

    private static float[] vector(Row row, int rank) {
        List<Float> features = row.getList(1);
        float[] vector = new float[rank];
        for (int f = 0; f < rank; f++) {
            vector[f] = features.get(f);
        }
        return vector;
    }
}
