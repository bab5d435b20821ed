package org.hathor.importers;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Cuts what was brought together under a key into batches of at most a thousand. */
final class Batches<T> extends DoFn<KV<Integer, Iterable<T>>, List<T>> {
    private static final long serialVersionUID = 1;
    private static final int BATCH_MAX = 1_000;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<T>> share, OutputReceiver<List<T>> out) {
        List<T> all = new ArrayList<>();
        share.getValue().forEach(all::add);
        of(all).forEach(out::output);
    }

    static <T> List<List<T>> of(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH_MAX) {
            batches.add(new ArrayList<>(all.subList(from, Math.min(all.size(), from + BATCH_MAX))));
        }
        return batches;
    }
}
