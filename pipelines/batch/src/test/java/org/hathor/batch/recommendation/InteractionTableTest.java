package org.hathor.batch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hathor.batch.BatchTestBed.NOON;
import static org.hathor.batch.BatchTestBed.listen;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hathor.batch.BatchTestBed;
import org.hathor.contracts.playback.Listen;
import org.hathor.recommendation.History;
import org.hathor.recommendation.Interaction;
import org.hathor.recommendation.PerUserSplit;
import org.hathor.recommendation.TemporalCut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionTableTest {
    private static final Instant CUT = NOON.plusSeconds(3600);

    private BatchTestBed bed;
    private List<Listen> sixListens;

    @BeforeEach
    void emptyLake() throws IOException {
        bed = BatchTestBed.fresh();
        sixListens = List.of(
                listen("ada", "1", "old", NOON),
                listen("ada", "2", "old", NOON.plusSeconds(60)),
                listen("ada", "3", "old", CUT),
                listen("ada", "4", "new", CUT.plusSeconds(60)),
                listen("ada", "5", "skipped", NOON, NOON, 9_000),
                listen("bob", "1", "old", CUT.minusMillis(1)));
    }

    @Test
    void playsAfterTheCutAreHeldOutAndStrengthenNothing() {
        assertThat(texts(InteractionTable.fromListens(bed.rows(sixListens), new TemporalCut(CUT))))
                .containsExactly("ada new 1.000 true", "ada old 1.693 false", "bob old 1.000 false");
    }

    @Test
    void withoutACutEveryQualifiedPlayCounts() {
        assertThat(texts(InteractionTable.fromListens(bed.rows(sixListens))))
                .containsExactly("ada new 1.000 false", "ada old 2.099 false", "bob old 1.000 false");
    }

    @Test
    void theCutLeavesTheLatestShareBehindIt() {
        List<Listen> listens = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            listens.add(listen("ada", "l" + i, "t", NOON.plusSeconds(i)));
        }

        Instant cut = InteractionTable.cut(bed.rows(listens), 0.2).at();

        assertThat(listens.stream().filter(listen -> !listen.getStartedAt().isBefore(cut)))
                .hasSize(20);
    }

    @Test
    void theFingerprintKnowsRowsAndNotTheirOrder() {
        List<Interaction> rows =
                List.of(new Interaction("ada", "x", 1), new Interaction("bob", "x", 1), new Interaction("bob", "y", 2));
        List<Interaction> turned = List.of(rows.get(2), rows.get(0), rows.get(1));
        List<Interaction> other = List.of(rows.get(0), rows.get(1), new Interaction("bob", "y", 3));

        String fingerprint = InteractionTable.fingerprint(InteractionTable.of(bed.spark(), rows));

        assertThat(InteractionTable.fingerprint(InteractionTable.of(bed.spark(), turned)))
                .isEqualTo(fingerprint);
        assertThat(InteractionTable.fingerprint(InteractionTable.of(bed.spark(), other)))
                .isNotEqualTo(fingerprint);
    }

    @Test
    void anAudienceHoldsEachUsersTwoSides() {
        List<Interaction> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(new Interaction("ada", "item-" + i, 1));
        }
        rows.add(new Interaction("bob", "item-3", 1));

        try (Audience audience = Audience.of(InteractionTable.of(bed.spark(), rows, new PerUserSplit(0.2, 1)))) {
            List<History> histories = audience.histories().values().collect();

            assertThat(audience.itemIds()).hasSize(10).isSorted();
            assertThat(histories).extracting(History::userId).containsExactly("ada", "bob");
            assertThat(histories.get(0).seen())
                    .hasSize(8)
                    .doesNotContain(histories.get(0).heldOut());
            assertThat(histories.get(0).heldOut()).hasSize(2);
            assertThat(histories.get(1).seen()).containsExactly(3);
            assertThat(Evaluation.popularity(audience)[3])
                    .isEqualTo(
                            histories.get(0).heldOut()[0] == 3
                                            || histories.get(0).heldOut()[1] == 3
                                    ? 1
                                    : 2);
        }
    }

    private static List<String> texts(Dataset<Row> table) {
        return table.collectAsList().stream()
                .map(row -> "%s %s %.3f %s"
                        .formatted(row.getString(0), row.getString(1), row.getDouble(2), row.getBoolean(3)))
                .sorted()
                .toList();
    }
}
