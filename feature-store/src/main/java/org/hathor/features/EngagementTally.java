package org.hathor.features;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.hathor.contracts.playback.Listen;

/**
 * All engagement features of one group being gathered: add listens, merge with the tallies of other partitions or
 * panes, finish. Mutable, for one thread at a time.
 */
public final class EngagementTally implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Running<?>> running;

    public EngagementTally() {
        running = new ArrayList<>();
        EngagementFeatures.all().forEach(feature -> running.add(new Running<>(feature)));
    }

    /** Counts one listen; the caller has removed repeats. */
    public EngagementTally add(Listen listen) {
        running.forEach(feature -> feature.add(listen));
        return this;
    }

    /** Takes in what another tally gathered. */
    public EngagementTally merge(EngagementTally other) {
        for (int i = 0; i < running.size(); i++) {
            running.get(i).merge(other.running.get(i));
        }
        return this;
    }

    /** The numbers so far. */
    public Engagement finish() {
        return new Engagement(value(0), value(1), value(2), value(3), value(4));
    }

    private long value(int feature) {
        return running.get(feature).finish();
    }

    private static final class Running<A> implements Serializable {
        private static final long serialVersionUID = 1;

        private final Aggregation<Listen, A> aggregation;
        private A kept;

        Running(Feature<Listen, A> feature) {
            aggregation = feature.aggregation();
            kept = aggregation.empty();
        }

        void add(Listen listen) {
            kept = aggregation.add(kept, listen);
        }

        @SuppressWarnings("unchecked") // the lists of two tallies hold the same features in the same order
        void merge(Running<?> other) {
            kept = aggregation.merge(kept, (A) other.kept);
        }

        long finish() {
            return aggregation.finish(kept);
        }
    }
}
