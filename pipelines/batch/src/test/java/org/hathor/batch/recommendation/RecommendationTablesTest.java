package org.hathor.batch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hathor.engines.TestEngines;
import org.hathor.recommendation.ModelCard;
import org.hathor.recommendation.Quality;
import org.junit.jupiter.api.Test;

class RecommendationTablesTest {
    private static final Quality NONE = new Quality(0, 0, 0, 0, 0, 0);

    @Test
    void thePromotedVersionIsKeptHoweverManyFollowThatAreNot() {
        try (RecommendationTables tables = new RecommendationTables(TestEngines.clickhouseJdbcUrl())) {
            tables.migrate();
            for (String version : List.of("1-promoted", "2-promoted", "3", "4", "5")) {
                tables.write(card(version), Instant.ofEpochSecond(Integer.parseInt(version.substring(0, 1))));
            }

            assertThat(tables.outdated("model-of-this-test", 1)).containsExactlyInAnyOrder("1-promoted", "3", "4");
            assertThat(tables.outdated("model-of-this-test", 5)).isEmpty();
            assertThat(tables.has("model-of-this-test", "3")).isTrue();
            assertThat(tables.has("another-model", "3")).isFalse();
        }
    }

    private static ModelCard card(String version) {
        return new ModelCard(
                "model-of-this-test",
                version,
                "track",
                new ModelCard.TrainedOn("test", 0, 0, 0),
                "none",
                Map.of(),
                NONE,
                NONE,
                version.endsWith("promoted"),
                "test");
    }
}
