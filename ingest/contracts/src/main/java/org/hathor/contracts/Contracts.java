package org.hathor.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.live.LiveCount;
import org.hathor.contracts.live.TrendingList;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;

/**
 * Every contract of the platform. A new event is a schema under {@code src/main/avro}, its locked copy, and a line
 * here.
 */
public final class Contracts {
    static {
        // Avro builds only classes it is told to trust; ours are, whatever else the process trusts.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("org.hathor.contracts.")));
    }

    public static final Contract<Listen> LISTEN = contract(Listen.class);
    public static final Contract<NowPlaying> NOW_PLAYING = contract(NowPlaying.class);
    public static final Contract<Reaction> REACTION = contract(Reaction.class);
    public static final Contract<CatalogueEntry> CATALOGUE_ENTRY = contract(CatalogueEntry.class);
    public static final Contract<DeadLetter> DEAD_LETTER = contract(DeadLetter.class);
    public static final Contract<LiveCount> LIVE_COUNT = contract(LiveCount.class);
    public static final Contract<TrendingList> TRENDING_LIST = contract(TrendingList.class);

    private static final List<Contract<?>> ALL =
            List.of(LISTEN, NOW_PLAYING, REACTION, CATALOGUE_ENTRY, DEAD_LETTER, LIVE_COUNT, TRENDING_LIST);

    private Contracts() {}

    /** All contracts, in the order an event meets them. */
    public static List<Contract<?>> all() {
        return ALL;
    }

    /**
     * The contract of a generated class, for those who can carry only the class, such as a serialised operator.
     *
     * @throws IllegalArgumentException when the class has no contract
     */
    @SuppressWarnings("unchecked") // each contract stands under its own class
    public static <T extends SpecificRecordBase> Contract<T> of(Class<T> type) {
        for (Contract<?> contract : ALL) {
            if (contract.type() == type) {
                return (Contract<T>) contract;
            }
        }
        throw new IllegalArgumentException("%s has no contract".formatted(type.getName()));
    }

    /**
     * The released versions of a schema, oldest first, as locked under {@code src/main/resources/locked}. A file
     * {@code Listen.1.avsc} is never changed once it is released; a compatible change adds {@code Listen.2.avsc}.
     */
    public static List<Schema> released(String schemaName) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream in =
                    Contracts.class.getResourceAsStream("/locked/%s.%d.avsc".formatted(schemaName, version))) {
                if (in == null) {
                    return List.copyOf(versions);
                }
                versions.add(new Schema.Parser().parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static <T extends SpecificRecordBase> Contract<T> contract(Class<T> type) {
        return new Contract<>(type, released(type.getSimpleName()));
    }
}
