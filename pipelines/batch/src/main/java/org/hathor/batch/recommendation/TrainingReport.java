package org.hathor.batch.recommendation;

import java.nio.file.Path;
import java.util.Locale;
import org.hathor.batch.JobReport;
import org.hathor.recommendation.ModelCard;
import org.hathor.recommendation.Quality;

/** What a training tells when it is done: the card's figures, and the table a person reads. */
final class TrainingReport {
    private TrainingReport() {}

    /** @param written where the version's files lie */
    static JobReport of(ModelCard card, Path written) {
        return JobReport.builder()
                .figure("model", card.model())
                .figure("version", card.version())
                .figure("trained", true)
                .figure("itemKind", card.itemKind())
                .figure("trainedOn", card.trainedOn())
                .figure("split", card.split())
                .figure("quality", card.quality())
                .figure("popularity", card.popularity())
                .figure("promoted", card.promoted())
                .figure("because", card.because())
                .figure("files", written.toString())
                .line(
                        "%s %s from %,d interactions of %,d users with %,d %ss (%s).",
                        card.model(),
                        card.version(),
                        card.trainedOn().interactions(),
                        card.trainedOn().users(),
                        card.trainedOn().items(),
                        card.itemKind(),
                        card.trainedOn().source())
                .line(
                        "Held out %s; %,d users judged.",
                        card.split(), card.quality().users())
                .line("              NDCG@10  NDCG@100  recall@20  coverage@20")
                .line("%s", line("als", card.quality()))
                .line("%s", line("popularity", card.popularity()))
                .line("%s.", capital(card.because()))
                .ok();
    }

    private static String line(String name, Quality quality) {
        return String.format(
                Locale.ROOT,
                "%-12s  %7.4f  %8.4f  %9.4f  %11.4f",
                name,
                quality.ndcgAt10(),
                quality.ndcgAt100(),
                quality.recallAt20(),
                quality.coverageAt20());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
