package org.hathor.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Posts events to the platform in batches over a few lanes. A user's events share a lane and arrive in order. A lane
 * holds a bounded number of batches: when the platform is slow, sending waits.
 */
final class HttpSink implements EventSink {
    /** One copy of one event, on its way. */
    record Parcel(SimulatedEvent event, Copy copy) {}

    private final List<HttpLane> lanes = new ArrayList<>();
    private final List<List<Parcel>> open = new ArrayList<>();
    private final int batchSize;
    private final Tally tally;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Map<String, LongAdder> rejected = new ConcurrentHashMap<>();

    /**
     * @param lanes how many requests are under way at a time, at least one
     * @param batchSize events in a request, 1 to 1,000
     */
    HttpSink(EventPost post, int lanes, int batchSize, Tally tally) {
        if (lanes < 1 || lanes > 64) {
            throw new IllegalArgumentException("lanes must be 1 to 64, not " + lanes);
        }
        if (batchSize < 1 || batchSize > 1000) {
            throw new IllegalArgumentException("batch size must be 1 to 1000, not " + batchSize);
        }
        this.batchSize = batchSize;
        this.tally = tally;
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(new HttpLane("events-lane-" + i, post, this::answered, retries::increment));
            this.open.add(new ArrayList<>(batchSize));
        }
    }

    @Override
    public void send(SimulatedEvent event, Copy copy) {
        int lane = event.listener() == null ? 0 : event.listener().index() % lanes.size();
        open.get(lane).add(new Parcel(event, copy));
        if (open.get(lane).size() == batchSize) {
            post(lane);
        }
    }

    @Override
    public void flush() {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (!open.get(lane).isEmpty()) {
                post(lane);
            }
        }
    }

    @Override
    public void drain() {
        flush();
        lanes.forEach(HttpLane::drain);
    }

    @Override
    public Outcome outcome() {
        Map<String, Long> refused = new TreeMap<>();
        rejected.forEach((code, count) -> refused.put(code, count.sum()));
        return new Outcome(accepted.sum(), repeats.sum(), refused, retries.sum());
    }

    @Override
    public void hurry() {
        lanes.forEach(HttpLane::hurry);
    }

    /** Gives up what cannot be delivered within a few seconds, so that a stop stays a stop. */
    @Override
    public void close() {
        hurry();
        try {
            drain();
        } finally {
            lanes.forEach(HttpLane::close);
        }
    }

    private void post(int lane) {
        lanes.get(lane).put(open.get(lane));
        open.set(lane, new ArrayList<>(batchSize));
    }

    private void answered(List<Parcel> batch, Map<Integer, String> codes) {
        for (int i = 0; i < batch.size(); i++) {
            Parcel parcel = batch.get(i);
            String code = codes.get(i);
            if (code != null) {
                rejected.computeIfAbsent(code, key -> new LongAdder()).increment();
            } else {
                accepted.increment();
                if (parcel.copy() == Copy.FIRST) {
                    tally.add(parcel.event());
                } else {
                    repeats.increment();
                }
            }
        }
    }
}
