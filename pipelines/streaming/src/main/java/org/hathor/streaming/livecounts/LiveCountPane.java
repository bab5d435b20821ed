package org.hathor.streaming.livecounts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hathor.contracts.live.LiveCount;
import org.hathor.streaming.panes.Pane;

/** The latest of each count that changed. */
final class LiveCountPane implements Pane<Tally, LiveCount> {
    private final Map<String, Tally> latest = new HashMap<>();

    @Override
    public void add(Tally count) {
        latest.put(count.countKey(), count);
    }

    @Override
    public int size() {
        return latest.size();
    }

    @Override
    public void drain(Consumer<LiveCount> out) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        latest.forEach((key, count) -> out.accept(LiveCount.newBuilder()
                .setCountKey(key)
                .setMeasure(count.measure())
                .setKind(count.kind())
                .setId(count.id())
                .setDay(count.hasDay() ? count.day() : null)
                .setValue(count.value())
                .setCountedAt(now)
                .build()));
        latest.clear();
    }
}
