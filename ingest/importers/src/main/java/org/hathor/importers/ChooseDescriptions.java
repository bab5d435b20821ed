package org.hathor.importers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.hathor.contracts.catalogue.CatalogueEntry;

/**
 * Leaves one description of each thing: the one that says most, and of those the one that comes first in the alphabet,
 * so that the order of reading decides nothing.
 */
final class ChooseDescriptions extends DoFn<KV<Integer, Iterable<CatalogueEntry>>, List<CatalogueEntry>> {
    private static final long serialVersionUID = 1;
    private static final Comparator<CatalogueEntry> ORDER = Comparator.comparingInt(ChooseDescriptions::said)
            .thenComparing(Comparator.comparing(ChooseDescriptions::words).reversed());

    @ProcessElement
    public void process(
            @Element KV<Integer, Iterable<CatalogueEntry>> share, OutputReceiver<List<CatalogueEntry>> out) {
        Map<String, CatalogueEntry> best = new TreeMap<>();
        for (CatalogueEntry entry : share.getValue()) {
            best.merge(entry.getEntryId(), entry, (one, other) -> ORDER.compare(one, other) >= 0 ? one : other);
        }
        Batches.of(new ArrayList<>(best.values())).forEach(out::output);
    }

    /** Everything that a description says, for telling two apart. */
    static String words(CatalogueEntry entry) {
        return "%s\n%s\n%s\n%s"
                .formatted(entry.getName(), entry.getArtistName(), entry.getAlbumName(), entry.getLengthMs());
    }

    private static int said(CatalogueEntry entry) {
        return (entry.getAlbumName() == null ? 0 : 1) + (entry.getLengthMs() == null ? 0 : 1);
    }
}
