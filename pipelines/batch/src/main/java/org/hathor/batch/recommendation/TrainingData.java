package org.hathor.batch.recommendation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hathor.batch.Lake;
import org.hathor.contracts.NameIdentity;
import org.hathor.lake.LakeTables;
import org.hathor.recommendation.Interaction;
import org.hathor.recommendation.InteractionSource;
import org.hathor.recommendation.ItemKind;
import org.hathor.recommendation.PerUserSplit;
import org.hathor.recommendation.TemporalCut;

/**
 * Where a model's interactions come from, in the two forms that training needs.
 *
 * @param model the name of models made from it
 * @param source for the card
 * @param itemKind what is recommended
 * @param all everything on the learning side, as {@link InteractionTable} describes
 * @param parted the same with a held-out side
 * @param split how it was parted, for the card
 * @param places how items and users are written in lists
 */
record TrainingData(
        String model,
        String source,
        ItemKind itemKind,
        Dataset<Row> all,
        Dataset<Row> parted,
        String split,
        Places places) {
    private static final double HELD_OUT_SHARE = 0.2;

    /**
     * How items and users of the interactions are written in lists.
     *
     * @param userPrefix put before user ids, so that users of a data set are nobody's account
     * @param trackId by item id; empty where items are no tracks
     * @param artistId by item id; may lack some
     */
    record Places(String userPrefix, Map<String, String> trackId, Map<String, String> artistId)
            implements Serializable {
        String artist(String itemId) {
            return artistId.get(itemId);
        }

        /** The id that people know the item by: a track's, else an artist's. */
        String known(String itemId) {
            return trackId.isEmpty() ? artistId.get(itemId) : trackId.getOrDefault(itemId, itemId);
        }
    }

    /** Qualified listens of the lake, parted in time; empty tables when there are none yet. */
    static TrainingData fromLake(SparkSession spark) {
        Dataset<Row> listens = new Lake(spark).pinned(LakeTables.LISTENS);
        Dataset<Row> all = InteractionTable.fromListens(listens).cache();
        if (all.isEmpty()) {
            return new TrainingData(
                    "als", "lake", ItemKind.TRACK, all, all, "none", new Places("", Map.of(), Map.of()));
        }
        TemporalCut cut = InteractionTable.cut(listens, HELD_OUT_SHARE);
        Map<String, String> tracks = new HashMap<>();
        Map<String, String> artists = new HashMap<>();
        listens.groupBy("track_id").agg(max(col("artist_id"))).toLocalIterator().forEachRemaining(row -> {
            tracks.put(row.getString(0), row.getString(0));
            if (!row.isNullAt(1)) {
                artists.put(row.getString(0), row.getString(1));
            }
        });
        return new TrainingData(
                "als",
                "qualified listens of " + Lake.name(LakeTables.LISTENS),
                ItemKind.TRACK,
                all,
                InteractionTable.fromListens(listens, cut).cache(),
                "in time: tracks first heard from %s on, the latest %.0f %% of qualified listens"
                        .formatted(cut.at(), 100 * HELD_OUT_SHARE),
                new Places("", tracks, artists));
    }

    /** A public data set, parted per user. */
    static TrainingData from(SparkSession spark, InteractionSource source, long seed) {
        List<Interaction> rows = source.read();
        Map<String, String> artists = new HashMap<>();
        if (source.itemKind() == ItemKind.ARTIST) {
            source.itemNames()
                    .forEach((id, name) ->
                            artists.put(id, NameIdentity.artist(name).value()));
        }
        return new TrainingData(
                "als-" + source.name(),
                source.name(),
                source.itemKind(),
                InteractionTable.of(spark, rows).cache(),
                InteractionTable.of(spark, rows, new PerUserSplit(HELD_OUT_SHARE, seed))
                        .cache(),
                "by chance: %.0f %% of each user's items, seed %d".formatted(100 * HELD_OUT_SHARE, seed),
                new Places(source.name() + ":", Map.of(), artists));
    }

    void unpersist() {
        all.unpersist();
        parted.unpersist();
    }
}
