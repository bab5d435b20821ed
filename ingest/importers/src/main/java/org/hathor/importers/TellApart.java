package org.hathor.importers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.playback.Listen;
import org.hathor.importers.ExportFormat.SameContent;

/**
 * Gives every listen of one user's share its final id. Where records of the same content are plays of their own, the
 * second, third … get an id made of the first's and their ordinal; where they are one play, the others are dropped. The
 * ids depend on the records alone, not on the files they stood in or on their order.
 */
final class TellApart extends DoFn<KV<String, Iterable<Listen>>, List<Listen>> {
    private static final long serialVersionUID = 1;

    private final Counter repeated = ImportCounters.REPEATED.counter();
    private final SameContent sameContent;

    TellApart(SameContent sameContent) {
        this.sameContent = sameContent;
    }

    @ProcessElement
    public void process(@Element KV<String, Iterable<Listen>> share, OutputReceiver<List<Listen>> out) {
        List<Listen> listens = new ArrayList<>();
        share.getValue().forEach(listens::add);
        listens.sort(Comparator.comparing(Listen::getListenId).thenComparing(Listen::getSourceId));
        Map<String, Integer> seen = new HashMap<>();
        List<Listen> distinct = new ArrayList<>(listens.size());
        for (Listen listen : listens) {
            int ordinal = seen.merge(listen.getListenId(), 1, Integer::sum);
            if (ordinal > 1 && sameContent == SameContent.ONE_LISTEN) {
                repeated.inc();
                continue;
            }
            distinct.add(ordinal == 1 ? listen : occurrence(listen, ordinal));
        }
        Batches.of(distinct).forEach(out::output);
    }

    private static Listen occurrence(Listen listen, int ordinal) {
        return Listen.newBuilder(listen)
                .setListenId(NameIdentity.listen("occurrence", listen.getListenId(), Integer.toString(ordinal))
                        .value())
                .build();
    }
}
