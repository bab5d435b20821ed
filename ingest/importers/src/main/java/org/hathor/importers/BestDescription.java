package org.hathor.importers;

import java.util.Comparator;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
import org.hathor.contracts.catalogue.CatalogueEntry;

/**
 * Of two descriptions of one thing the one that says more; of two that say as much the later, and then the one that
 * comes first in the alphabet, so that the order of reading decides nothing.
 */
final class BestDescription implements SerializableBiFunction<CatalogueEntry, CatalogueEntry, CatalogueEntry> {
    private static final long serialVersionUID = 1;
    private static final Comparator<CatalogueEntry> ORDER = Comparator.comparingInt(BestDescription::said)
            .thenComparing(CatalogueEntry::getDescribedAt)
            .thenComparing(Comparator.comparing(BestDescription::words).reversed());

    @Override
    public CatalogueEntry apply(CatalogueEntry one, CatalogueEntry other) {
        return ORDER.compare(one, other) >= 0 ? one : other;
    }

    private static int said(CatalogueEntry entry) {
        return (entry.getAlbumName() == null ? 0 : 1) + (entry.getLengthMs() == null ? 0 : 1);
    }

    private static String words(CatalogueEntry entry) {
        return "%s\n%s\n%s".formatted(entry.getName(), entry.getArtistName(), entry.getAlbumName());
    }
}
