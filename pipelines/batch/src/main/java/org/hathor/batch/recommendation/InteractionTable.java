package org.hathor.batch.recommendation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hathor.features.EngagementFeatures;
import org.hathor.recommendation.Interaction;
import org.hathor.recommendation.PerUserSplit;
import org.hathor.recommendation.TemporalCut;

/**
 * What a model learns from and is judged on, as a table with one row for each user and item: {@code user_id},
 * {@code item_id}, {@code strength} (above 0) and {@code held_out}.
 */
public final class InteractionTable {
    static final StructType SCHEMA = new StructType()
            .add("user_id", DataTypes.StringType, false)
            .add("item_id", DataTypes.StringType, false)
            .add("strength", DataTypes.DoubleType, false)
            .add("held_out", DataTypes.BooleanType, false);

    private static final int BUCKETS = 1000;

    private InteractionTable() {}

    /**
     * Qualified listens as interactions of users with tracks, everything to learn from. Strength is 1 + ln(plays): the
     * tenth play says less than the first.
     */
    public static Dataset<Row> fromListens(Dataset<Row> listens) {
        return strengths(listens, lit(false));
    }

    /**
     * The same parted in time. Plays before the cut are learnt from; a track is held out for a user who heard it only
     * from the cut on. Plays from the cut on strengthen nothing: they are the future.
     */
    public static Dataset<Row> fromListens(Dataset<Row> listens, TemporalCut cut) {
        return strengths(listens, col("started_at").geq(lit(Timestamp.from(cut.at()))));
    }

    /** Each user's items, all to learn from. */
    public static Dataset<Row> of(SparkSession spark, List<Interaction> interactions) {
        return table(spark, interactions, Map.of());
    }

    /** Each user's items, parted by chance. */
    public static Dataset<Row> of(SparkSession spark, List<Interaction> interactions, PerUserSplit split) {
        Map<String, Set<String>> items = new TreeMap<>();
        interactions.forEach(row ->
                items.computeIfAbsent(row.userId(), user -> new HashSet<>()).add(row.itemId()));
        Map<String, Set<String>> heldOut = new HashMap<>();
        items.forEach((user, own) -> heldOut.put(user, split.heldOut(user, own)));
        return table(spark, interactions, heldOut);
    }

    /**
     * The cut that holds out the latest share of qualified listens, at the boundary of a thousandth of the time they
     * span.
     *
     * @param listens at least one of them qualified
     */
    public static TemporalCut cut(Dataset<Row> listens, double heldOutShare) {
        Dataset<Row> millis =
                qualified(listens).select(expr("unix_millis(started_at)").as("ms"));
        Row span = millis.selectExpr("min(ms)", "max(ms)").first();
        long first = span.getLong(0);
        long width = Math.max(1, (span.getLong(1) - first) / BUCKETS);
        TreeMap<Long, Long> counts = new TreeMap<>();
        millis.groupBy(expr("(ms - %dL) div %dL".formatted(first, width)).as("bucket"))
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> counts.put(first + row.getLong(0) * width, row.getLong(1)));
        return TemporalCut.choose(counts, heldOutShare);
    }

    /**
     * A number that stands for the rows whatever their order: the same rows give the same, others almost surely
     * another.
     */
    public static String fingerprint(Dataset<Row> table) {
        Row row = table.selectExpr(
                        "count(*)",
                        "coalesce(sum(cast(xxhash64(user_id, item_id, strength) as decimal(38, 0))), 0)",
                        "coalesce(sum(cast(xxhash64(item_id, user_id, strength, 1) as decimal(38, 0))), 0)")
                .first();
        return "%d:%s:%s".formatted(row.getLong(0), row.getDecimal(1), row.getDecimal(2));
    }

    private static Dataset<Row> strengths(Dataset<Row> listens, Column later) {
        Column plays = when(col("before").gt(0), col("before")).otherwise(col("total"));
        return qualified(listens)
                .groupBy(col("user_id"), col("track_id").as("item_id"))
                .agg(count(lit(1)).as("total"), sum(when(later, 0).otherwise(1)).as("before"))
                .select(
                        col("user_id"),
                        col("item_id"),
                        log(greatest(plays, lit(1L))).plus(1).as("strength"),
                        coalesce(col("before"), lit(0)).equalTo(0).as("held_out"));
    }

    private static Dataset<Row> qualified(Dataset<Row> listens) {
        return listens.where(EngagementFeatures.QUALIFIED_SQL);
    }

    private static Dataset<Row> table(
            SparkSession spark, List<Interaction> interactions, Map<String, Set<String>> heldOut) {
        List<Row> rows = new ArrayList<>(interactions.size());
        for (Interaction row : interactions) {
            boolean out = heldOut.getOrDefault(row.userId(), Set.of()).contains(row.itemId());
            rows.add(RowFactory.create(row.userId(), row.itemId(), row.strength(), out));
        }
        return spark.createDataFrame(rows, SCHEMA);
    }
}
