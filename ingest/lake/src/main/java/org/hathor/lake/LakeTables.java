package org.hathor.lake;

import java.util.List;
import org.apache.iceberg.Schema;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;

/**
 * The lake's tables of facts, which streaming fills. Each has the columns of its contract.
 *
 * <ul>
 *   <li>{@link #LISTENS}: one row for each listen; a row's identity is (user_id, listen_id)
 *   <li>{@link #LISTENS_LATE}: listens older at their receipt than the horizon, on their way into {@code listens}; may
 *       hold copies of each other and of rows of {@code listens}. Not partitioned: an import spans years, and a file
 *       for each of its days in every commit would be thousands
 *   <li>{@link #REACTIONS}: one row for each reaction; identity (user_id, reaction_id)
 *   <li>{@link #CATALOGUE}: what was ever said of a track, artist or album; of rows with the same (kind, entry_id) the
 *       one with the latest described_at holds
 * </ul>
 */
public final class LakeTables {
    public static final LakeTable LISTENS = LakeTable.daily(
            name(Contracts.LISTEN), columns(Contracts.LISTEN), partitionColumn(Contracts.LISTEN), listenOrder());

    public static final LakeTable LISTENS_LATE =
            LakeTable.unpartitioned(LISTENS.name() + "_late", columns(Contracts.LISTEN), listenOrder());

    public static final LakeTable REACTIONS = LakeTable.daily(
            name(Contracts.REACTION),
            columns(Contracts.REACTION),
            partitionColumn(Contracts.REACTION),
            List.of("user_id", "reaction_id"));

    public static final LakeTable CATALOGUE = LakeTable.unpartitioned(
            name(Contracts.CATALOGUE_ENTRY), columns(Contracts.CATALOGUE_ENTRY), List.of("kind", "entry_id"));

    private static final List<LakeTable> ALL = List.of(LISTENS, LISTENS_LATE, REACTIONS, CATALOGUE);

    private LakeTables() {}

    /** All tables of facts. */
    public static List<LakeTable> all() {
        return ALL;
    }

    private static List<String> listenOrder() {
        return List.of("user_id", "listen_id");
    }

    private static Schema columns(Contract<?> contract) {
        return LakeSchema.of(contract.schema());
    }

    private static String name(Contract<?> contract) {
        return contract.table().orElseThrow(() -> new IllegalStateException(contract + " names no table"));
    }

    private static String partitionColumn(Contract<?> contract) {
        return LakeSchema.columnName(contract.schema().getProp("partitionBy"));
    }
}
