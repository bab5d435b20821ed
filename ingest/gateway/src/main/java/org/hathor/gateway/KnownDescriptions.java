package org.hathor.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.hathor.contracts.catalogue.CatalogueEntry;

/**
 * Remembers what the catalogue was lately told about whom, so that a track heard a million times is not described a
 * million times. Bounded; what is forgotten is told again, which does no harm.
 *
 * <p>A description that came along with a listen is worth telling when the thing is new to us, or when it adds an album
 * or a length that was not known.
 */
final class KnownDescriptions {
    private static final int ENTRIES_MAX = 50_000;
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int ALBUM = 1;
    private static final int LENGTH = 2;

    private final Cache<String, Integer> known = Caffeine.newBuilder()
            .maximumSize(ENTRIES_MAX)
            .expireAfterWrite(REMEMBERED)
            .build();

    boolean tellsMore(CatalogueEntry entry) {
        Integer told = known.getIfPresent(entry.getEntryId());
        return told == null || (parts(entry) & ~told) != 0;
    }

    /** Only once Kafka has it: a description that was lost must be told again. */
    void remember(CatalogueEntry entry) {
        known.asMap().merge(entry.getEntryId(), parts(entry), (a, b) -> a | b);
    }

    private static int parts(CatalogueEntry entry) {
        return (entry.getAlbumName() == null ? 0 : ALBUM) | (entry.getLengthMs() == null ? 0 : LENGTH);
    }
}
