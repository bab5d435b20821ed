package org.hathor.batch.recommendation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.hathor.batch.Job;
import org.hathor.batch.JobContext;
import org.hathor.batch.JobOptions;
import org.hathor.batch.JobReport;
import org.hathor.batch.Lake;
import org.hathor.recommendation.InteractionSource;
import org.hathor.recommendation.ItemFactors;
import org.hathor.recommendation.ItemKind;
import org.hathor.recommendation.ModelCard;
import org.hathor.recommendation.Promotion;
import org.hathor.recommendation.Quality;

/**
 * Trains implicit ALS, judges it against popularity on a held-out side, trains it again on everything, and writes
 * model, lists and card as one version.
 *
 * <p>A version's name is a hash of its interactions and settings, so the same inputs make the same version, and a
 * version that exists is not made again. Files come first (renamed into place), lists next, the version's row last:
 * readers see all of a version or nothing. The latest {@value #VERSIONS_KEPT} versions, and the latest that were
 * promoted, keep their lists.
 *
 * <p>A model is promoted when it beats popularity ({@link Promotion}). One trained on a public data set never is: its
 * users are nobody here and its items are not tracks.
 */
public final class TrainRecommendations implements Job {
    /** Part of a version's name: to be raised when the same inputs would make another model. */
    private static final int METHOD = 1;

    private static final int VERSIONS_KEPT = 3;

    private final Config config;

    /**
     * @param interactions a public data set; empty for the lake's listens
     * @param settings of ALS
     * @param splitSeed of the split by chance
     */
    public record Config(Optional<InteractionSource> interactions, AlsSettings settings, long splitSeed) {
        public Config {
            Objects.requireNonNull(interactions, "interactions is null");
            Objects.requireNonNull(settings, "settings is null");
        }

        public static Config of(JobOptions options) {
            AlsSettings usual = AlsSettings.DEFAULT;
            return new Config(
                    options.text("interactions").map(InteractionSource::parse),
                    new AlsSettings(
                            options.integer("rank").orElse(usual.rank()),
                            options.decimal("alpha").orElse(usual.alpha()),
                            options.decimal("regularisation").orElse(usual.regularisation()),
                            options.integer("iterations").orElse(usual.iterations()),
                            options.integer("blocks").orElse(usual.blocks()),
                            usual.seed()),
                    1);
        }
    }

    public TrainRecommendations(Config config) {
        this.config = Objects.requireNonNull(config, "config is null");
    }

    @Override
    public JobReport run(JobContext context) {
        context.progress().phase("reading interactions");
        TrainingData data = data(context);
        try (RecommendationTables tables =
                new RecommendationTables(context.endpoints().get().clickhouseJdbcUrl())) {
            tables.migrate();
            return run(context, data, tables);
        } finally {
            data.unpersist();
        }
    }

    private TrainingData data(JobContext context) {
        if (config.interactions().isPresent()) {
            return TrainingData.from(context.spark(), config.interactions().get(), config.splitSeed());
        }
        Lake.ensure(context.endpoints().get());
        return TrainingData.fromLake(context.spark());
    }

    private JobReport run(JobContext context, TrainingData data, RecommendationTables tables) {
        if (data.all().isEmpty()) {
            return JobReport.builder()
                    .figure("model", data.model())
                    .figure("trained", false)
                    .line("There are no qualified listens yet: nothing to learn from.")
                    .ok();
        }
        String version = version(data);
        ModelFolder folder = new ModelFolder(context.data());
        if (tables.has(data.model(), version) && folder.has(version)) {
            return JobReport.builder()
                    .figure("model", data.model())
                    .figure("version", version)
                    .figure("trained", false)
                    .line(
                            "%s %s was made from these interactions and settings before: nothing changes.",
                            data.model(), version)
                    .ok();
        }
        Judged judged = judge(context, data);
        context.progress().phase("fitting to everything");
        try (Audience audience = Audience.of(data.all())) {
            AlsModel model = AlsModel.fit(data.all(), audience, config.settings());
            ModelCard card = card(data, version, audience, judged);
            context.progress().phase("writing factors and lists");
            Path written = folder.write(card, model, audience);
            if (data.itemKind() != ItemKind.FILM) {
                tables.dropLists(card.model(), version);
                writeLists(context, data, version, model, audience);
            }
            tables.write(card, context.clock().instant());
            prune(tables, folder, card.model());
            return TrainingReport.of(card, written);
        }
    }

    private Judged judge(JobContext context, TrainingData data) {
        context.progress().phase("fitting to the learning side");
        try (Audience audience = Audience.of(data.parted())) {
            AlsModel model = AlsModel.fit(data.parted(), audience, config.settings());
            context.progress().phase("judging on the held-out side");
            return new Judged(Evaluation.of(model, audience), Evaluation.ofPopularity(audience));
        }
    }

    private ModelCard card(TrainingData data, String version, Audience audience, Judged judged) {
        Promotion promotion = data.itemKind() == ItemKind.TRACK
                ? Promotion.decide(judged.model(), judged.popularity())
                : Promotion.withheld(
                        "it recommends %ss to users of a public data set, and the feed shows tracks to ours"
                                .formatted(data.itemKind().text()));
        return new ModelCard(
                data.model(),
                version,
                data.itemKind().text(),
                new ModelCard.TrainedOn(
                        data.source(),
                        audience.histories().count(),
                        audience.itemIds().size(),
                        data.all().count()),
                data.split(),
                config.settings().toMap(),
                judged.model(),
                judged.popularity(),
                promotion.promoted(),
                promotion.because());
    }

    private static void writeLists(
            JobContext context, TrainingData data, String version, AlsModel model, Audience audience) {
        String clickhouse = context.endpoints().get().clickhouseJdbcUrl();
        String name = data.model();
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.spark().sparkContext());
        Broadcast<ItemFactors> items = spark.broadcast(model.items());
        Broadcast<TrainingData.Places> places = spark.broadcast(data.places());
        Broadcast<List<String>> itemIds = spark.broadcast(audience.itemIds());
        audience.histories().join(model.users()).values().foreachPartition(users -> {
            try (RecommendationTables tables = new RecommendationTables(clickhouse)) {
                Iterator<RankedList> lists = new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return users.hasNext();
                    }

                    @Override
                    public RankedList next() {
                        var user = users.next();
                        return RankedList.of(user._1(), user._2(), items.value());
                    }
                };
                tables.write(name, version, places.value(), itemIds.value(), lists);
            }
        });
        try (RecommendationTables tables = new RecommendationTables(clickhouse)) {
            RankedList popular = RankedList.ofPopularity(Evaluation.popularity(audience));
            tables.write(
                    name,
                    version,
                    data.places(),
                    audience.itemIds(),
                    List.of(popular).iterator());
        }
    }

    /** Old versions lose their lists and files; their rows stay, as a record of how good they were. */
    private static void prune(RecommendationTables tables, ModelFolder folder, String model) {
        tables.outdated(model, VERSIONS_KEPT).forEach(version -> {
            tables.dropLists(model, version);
            folder.remove(version);
        });
    }

    private String version(TrainingData data) {
        String inputs = "%d|%s|%s|%s|%s|%d"
                .formatted(
                        METHOD,
                        data.model(),
                        InteractionTable.fingerprint(data.all()),
                        data.split(),
                        config.settings(),
                        config.splitSeed());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Judged(Quality model, Quality popularity) {}
}
