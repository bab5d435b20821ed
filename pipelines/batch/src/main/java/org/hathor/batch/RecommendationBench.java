package org.hathor.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hathor.batch.recommendation.AlsModel;
import org.hathor.batch.recommendation.AlsSettings;
import org.hathor.batch.recommendation.Audience;
import org.hathor.batch.recommendation.Evaluation;
import org.hathor.batch.recommendation.InteractionTable;
import org.hathor.recommendation.HetrecLastfm;
import org.hathor.recommendation.Interaction;
import org.hathor.recommendation.InteractionSource;
import org.hathor.recommendation.Movielens100k;
import org.hathor.recommendation.PerUserSplit;
import org.hathor.recommendation.Quality;

/**
 * The table of ranking quality on public data: popularity, our ALS, and what others publish, by one protocol: 20 % of
 * each user's items held out by chance, every row a positive, the full catalogue ranked with training items masked, the
 * mean over seeds.
 */
public final class RecommendationBench {
    private static final double HELD_OUT_SHARE = 0.2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecommendationBench() {}

    /**
     * A line of the table.
     *
     * @param popularity the control's figures, seed by seed
     * @param als ours, seed by seed
     * @param published what a tuned implicit ALS reaches elsewhere by this protocol, NDCG@100
     * @param target what we must reach, NDCG@100
     */
    private record Line(
            String data, List<Quality> popularity, List<Quality> als, double published, double target, double seconds) {
        boolean reached() {
            return mean(als, Quality::ndcgAt100) >= target;
        }

        Map<String, Object> toMap() {
            return Map.of(
                    "data", data,
                    "seeds", als.size(),
                    "ndcgAt100", mean(als, Quality::ndcgAt100),
                    "ndcgAt10", mean(als, Quality::ndcgAt10),
                    "recallAt20", mean(als, Quality::recallAt20),
                    "coverageAt20", mean(als, Quality::coverageAt20),
                    "popularityNdcgAt100", mean(popularity, Quality::ndcgAt100),
                    "publishedNdcgAt100", published,
                    "targetNdcgAt100", target,
                    "seconds", seconds);
        }
    }

    /**
     * Runs the protocol on both data sets and prints the table.
     *
     * @param args {@code --data FOLDER} (default {@code HATHOR_TEST_DATA}, then {@code ../shared/data} beside the
     *     checkout), {@code --seeds N} (default 3), {@code --json}; exit status 1 when a target is missed, 2 when the
     *     data is not there
     */
    public static void main(String[] args) throws JsonProcessingException {
        List<String> arguments = Arrays.asList(args);
        Path data = Path.of(after(arguments, "--data", usualData()));
        int seeds = Integer.parseInt(after(arguments, "--seeds", "3"));
        if (!Files.isDirectory(data.resolve("hetrec-lastfm-2k"))
                || !Files.isDirectory(data.resolve("movielens-100k"))) {
            System.err.printf("no evaluation data at %s: give --data FOLDER%n", data);
            System.exit(2);
        }
        ProgressLine progress = new ProgressLine("bench recommendations", System.err);
        List<Line> lines = new ArrayList<>();
        try (SparkSession spark = SparkSessions.local("bench recommendations")) {
            spark.sparkContext().addSparkListener(progress);
            lines.add(line(spark, progress, new Movielens100k(data.resolve("movielens-100k")), seeds, 0.528, 0.520));
            lines.add(line(spark, progress, new HetrecLastfm(data.resolve("hetrec-lastfm-2k")), seeds, 0.433, 0.425));
        }
        progress.finish();
        print(lines, arguments.contains("--json"));
        System.exit(lines.stream().allMatch(Line::reached) ? 0 : 1);
    }

    /** Figures of popularity and of ALS for one seed of the protocol. */
    public static List<Quality> judge(SparkSession spark, List<Interaction> rows, long seed, AlsSettings settings) {
        Dataset<Row> table = InteractionTable.of(spark, rows, new PerUserSplit(HELD_OUT_SHARE, seed))
                .cache();
        try (Audience audience = Audience.of(table)) {
            Quality popularity = Evaluation.ofPopularity(audience);
            return List.of(popularity, Evaluation.of(AlsModel.fit(table, audience, settings), audience));
        } finally {
            table.unpersist();
        }
    }

    private static Line line(
            SparkSession spark,
            ProgressLine progress,
            InteractionSource source,
            int seeds,
            double published,
            double target) {
        long start = System.nanoTime();
        List<Interaction> rows = source.read();
        List<Quality> popularity = new ArrayList<>();
        List<Quality> als = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            progress.phase("%s, seed %d of %d".formatted(source.name(), seed, seeds));
            List<Quality> judged = judge(spark, rows, seed, AlsSettings.DEFAULT);
            popularity.add(judged.get(0));
            als.add(judged.get(1));
        }
        return new Line(source.name(), popularity, als, published, target, (System.nanoTime() - start) / 1e9);
    }

    private static void print(List<Line> lines, boolean json) throws JsonProcessingException {
        if (json) {
            System.out.println(JSON.writeValueAsString(Map.of(
                    "bench", "recommendations",
                    "settings", AlsSettings.DEFAULT.toMap(),
                    "lines", lines.stream().map(Line::toMap).toList(),
                    "reached", lines.stream().allMatch(Line::reached))));
            return;
        }
        System.out.printf(
                "%-10s  %10s  %8s  %9s  %6s  %7s  %9s  %8s%n",
                "NDCG@100", "popularity", "ALS", "published", "target", "", "recall@20", "coverage");
        for (Line line : lines) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s  %10.4f  %8.4f  %9.3f  %6.3f  %7s  %9.4f  %8.4f   %d seeds, %.0f s%n",
                    line.data(),
                    mean(line.popularity(), Quality::ndcgAt100),
                    mean(line.als(), Quality::ndcgAt100),
                    line.published(),
                    line.target(),
                    line.reached() ? "reached" : "MISSED",
                    mean(line.als(), Quality::recallAt20),
                    mean(line.als(), Quality::coverageAt20),
                    line.als().size(),
                    line.seconds());
        }
    }

    private static double mean(List<Quality> seeds, ToDoubleFunction<Quality> figure) {
        return seeds.stream().mapToDouble(figure).average().orElse(0);
    }

    private static String usualData() {
        String named = System.getenv("HATHOR_TEST_DATA");
        return named != null
                ? named
                : Path.of(System.getProperty("hathor.root", "."), "..", "shared", "data")
                        .normalize()
                        .toString();
    }

    private static String after(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? otherwise : arguments.get(at + 1);
    }
}
