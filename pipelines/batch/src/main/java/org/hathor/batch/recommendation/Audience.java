package org.hathor.batch.recommendation;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.hathor.recommendation.History;

/**
 * Users with their histories, and the catalogue they are written in: items and users by dense index, both in the order
 * of their ids, so that the same table gives the same indices.
 *
 * <p>The catalogue is held in memory, here and by every executor; histories stay distributed.
 */
public final class Audience implements AutoCloseable {
    private static final StructType RATINGS = new StructType()
            .add("user", DataTypes.IntegerType, false)
            .add("item", DataTypes.IntegerType, false)
            .add("rating", DataTypes.FloatType, false);

    private final List<String> itemIds;
    private final JavaPairRDD<Integer, History> histories;

    private Audience(List<String> itemIds, JavaPairRDD<Integer, History> histories) {
        this.itemIds = itemIds;
        this.histories = histories;
    }

    /** @param table as {@link InteractionTable} describes */
    public static Audience of(Dataset<Row> table) {
        List<String> itemIds = table.select("item_id")
                .distinct()
                .orderBy("item_id")
                .as(Encoders.STRING())
                .collectAsList();
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(table.sparkSession().sparkContext());
        Broadcast<Map<String, Integer>> indices = context.broadcast(indices(itemIds));
        JavaPairRDD<Integer, History> histories = table.select("user_id", "item_id", "strength", "held_out")
                .toJavaRDD()
                .mapToPair(row -> new scala.Tuple2<>(
                        row.getString(0),
                        new Taken(indices.value().get(row.getString(1)), (float) row.getDouble(2), row.getBoolean(3))))
                .groupByKey()
                .sortByKey()
                .map(user -> history(user._1(), user._2()))
                .zipWithIndex()
                .mapToPair(indexed -> new scala.Tuple2<>(indexed._2().intValue(), indexed._1()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Audience(itemIds, histories);
    }

    /** Item ids by index. */
    public List<String> itemIds() {
        return itemIds;
    }

    /** Histories by user index. */
    public JavaPairRDD<Integer, History> histories() {
        return histories;
    }

    /** What there is to learn from, as MLlib takes it: user, item, rating. */
    Dataset<Row> ratings(Dataset<Row> table) {
        return table.sparkSession()
                .createDataFrame(
                        histories.flatMap(entry -> {
                            int[] seen = entry._2().seen();
                            float[] strengths = entry._2().strengths();
                            return java.util.stream.IntStream.range(0, seen.length)
                                    .mapToObj(i -> RowFactory.create(entry._1(), seen[i], strengths[i]))
                                    .iterator();
                        }),
                        RATINGS);
    }

    @Override
    public void close() {
        histories.unpersist();
    }

    private static Map<String, Integer> indices(List<String> itemIds) {
        Map<String, Integer> indices = new HashMap<>(itemIds.size() * 2);
        for (int i = 0; i < itemIds.size(); i++) {
            indices.put(itemIds.get(i), i);
        }
        return indices;
    }

    private static History history(String userId, Iterable<Taken> taken) {
        List<Taken> all = StreamSupport.stream(taken.spliterator(), false)
                .sorted(Comparator.comparingInt(Taken::item))
                .toList();
        List<Taken> seen = all.stream().filter(one -> !one.heldOut()).toList();
        float[] strengths = new float[seen.size()];
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = seen.get(i).strength();
        }
        return new History(
                userId,
                seen.stream().mapToInt(Taken::item).toArray(),
                strengths,
                all.stream().filter(Taken::heldOut).mapToInt(Taken::item).toArray());
    }

    private record Taken(int item, float strength, boolean heldOut) implements Serializable {}
}
