package org.hathor.batch.recommendation;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.hathor.recommendation.History;
import org.hathor.recommendation.ItemFactors;
import org.hathor.recommendation.Popularity;
import org.hathor.recommendation.Quality;
import org.hathor.recommendation.QualityTally;
import org.hathor.recommendation.TopItems;

/**
 * How good a model and the popularity control are on an audience's held-out side: the whole catalogue ranked for each
 * user, what the user was seen with masked. Users with nothing to learn from are not judged: no model knows them.
 */
public final class Evaluation {
    private Evaluation() {}

    /** Figures of a fitted model. */
    public static Quality of(AlsModel model, Audience audience) {
        int size = audience.itemIds().size();
        Broadcast<ItemFactors> items = context(audience).broadcast(model.items());
        return tally(
                audience.histories()
                        .join(model.users())
                        .values()
                        .mapPartitions(users -> one(
                                users,
                                size,
                                user -> new Judged(user._1(), items.value().scores(user._2())))),
                size);
    }

    /** Figures of the popularity control. */
    public static Quality ofPopularity(Audience audience) {
        int size = audience.itemIds().size();
        Broadcast<float[]> scores = context(audience).broadcast(popularity(audience));
        return tally(
                audience.histories()
                        .values()
                        .filter(history -> history.seen().length > 0)
                        .mapPartitions(users -> one(users, size, user -> new Judged(user, scores.value()))),
                size);
    }

    /** How many users took each item, on the learning side; by item index. */
    public static float[] popularity(Audience audience) {
        int size = audience.itemIds().size();
        return audience.histories().values().aggregate(new float[size], Popularity::add, Popularity::merge);
    }

    private static Quality tally(JavaRDD<QualityTally> parts, int size) {
        return parts.fold(new QualityTally(size), QualityTally::merge).finish();
    }

    private static <U> Iterator<QualityTally> one(Iterator<U> users, int size, Function<U, Judged> judged) {
        QualityTally tally = new QualityTally(size);
        while (users.hasNext()) {
            Judged user = judged.apply(users.next());
            int[] ranked = TopItems.best(user.scores(), user.history().seen(), Quality.LIST_LENGTH);
            tally.add(ranked, user.history().heldOut());
        }
        return List.of(tally).iterator();
    }

    private static JavaSparkContext context(Audience audience) {
        return JavaSparkContext.fromSparkContext(audience.histories().context());
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one user's ranking and is never compared
    private record Judged(History history, float[] scores) {}
}
