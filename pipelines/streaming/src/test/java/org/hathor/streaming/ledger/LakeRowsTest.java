package org.hathor.streaming.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.lake.LakeTables;
import org.junit.jupiter.api.Test;

class LakeRowsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:20:00.123Z");
    private static final CatalogueEntry ENTRY = entry();

    @Test
    void everyFieldIsInItsColumn() throws Exception {
        RowData row = LakeRows.<CatalogueEntry>of(Contracts.CATALOGUE_ENTRY.schema(), LakeTables.CATALOGUE.schema())
                .map(ENTRY);

        assertThat(row.getArity()).isEqualTo(11);
        assertThat(row.getString(0)).hasToString("track-1");
        assertThat(row.getString(1)).hasToString("TRACK");
        assertThat(row.isNullAt(3)).as("artist_id").isTrue();
        assertThat(row.getLong(7)).isEqualTo(210_000);
        assertThat(row.getArray(8).getString(1)).hasToString("jazz");
        assertThat(row.getInt(9)).isEqualTo(1969);
        assertThat(row.getTimestamp(10, 6).toInstant()).isEqualTo(NOW);
    }

    @Test
    void rowIsAsWideAsTheTableIsNowWhateverTheContractKnows() throws Exception {
        Schema table = new Schema(
                Types.NestedField.optional(1, "mood", Types.StringType.get()),
                Types.NestedField.required(2, "entry_id", Types.StringType.get()));

        RowData row = LakeRows.<CatalogueEntry>of(Contracts.CATALOGUE_ENTRY.schema(), table)
                .map(ENTRY);

        assertThat(row.getArity()).isEqualTo(2);
        assertThat(row.isNullAt(0)).isTrue();
        assertThat(row.getString(1)).hasToString("track-1");
    }

    @Test
    void tableThatAsksForMoreThanTheContractHasIsRefused() {
        Schema table = new Schema(Types.NestedField.required(1, "mood", Types.StringType.get()));

        assertThatThrownBy(() -> LakeRows.of(Contracts.CATALOGUE_ENTRY.schema(), table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mood");
    }

    private static CatalogueEntry entry() {
        Contracts.all();
        return CatalogueEntry.newBuilder()
                .setEntryId("track-1")
                .setKind(CatalogueKind.TRACK)
                .setName("Sparrow")
                .setLengthMs(210_000L)
                .setGenres(List.of("soul", "jazz"))
                .setReleaseYear(1969)
                .setDescribedAt(NOW)
                .build();
    }
}
