package org.hathor.batch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.RecommendationBench;
import org.hathor.recommendation.HetrecLastfm;
import org.hathor.recommendation.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PublicDataTest {
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void hetrecReachesItsFigure() throws IOException {
        Path folder = Optional.ofNullable(System.getenv("HATHOR_TEST_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("hathor.root", "."), "..", "shared", "data"))
                .resolve("hetrec-lastfm-2k");
        assumeTrue(Files.isDirectory(folder), "skipped: no test data at " + folder);

        List<Quality> judged = RecommendationBench.judge(
                BatchTestBed.fresh().spark(), new HetrecLastfm(folder).read(), 1, AlsSettings.DEFAULT);

        assertThat(judged.get(0).ndcgAt100()).as("popularity").isBetween(0.165, 0.180);
        assertThat(judged.get(1).ndcgAt100()).as("ALS").isGreaterThanOrEqualTo(0.425);
    }
}
