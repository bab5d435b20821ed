package org.hathor.streaming.livecounts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.hathor.contracts.live.CountedKind;
import org.hathor.contracts.live.LiveCount;
import org.hathor.contracts.live.Measure;
import org.hathor.streaming.panes.Pane;

/** The latest of each count that changed. */
final class LiveCountPane implements Pane<Tally, LiveCount> {
    private final Map<Family, Map<String, Tally>> latest = new HashMap<>();
    private int size;

    private record Family(CountedKind kind, int epochDay) {}

    @Override
    public void add(Tally count) {
        Map<String, Tally> family =
                latest.computeIfAbsent(new Family(count.kind(), count.epochDay()), absent -> new HashMap<>());
        if (family.put(count.id(), count) == null) {
            size++;
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void drain(Consumer<LiveCount> out) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        latest.values().forEach(family -> family.values().forEach(count -> give(count, now, out)));
        latest.clear();
        size = 0;
    }

    private static void give(Tally count, Instant now, Consumer<LiveCount> out) {
        if (!count.hasDay()) {
            out.accept(event(Measure.CONCURRENT_LISTENERS, count, count.value(), now));
            return;
        }
        out.accept(event(Measure.PLAYS, count, count.value(), now));
        if (count.qualified() > 0) {
            out.accept(event(Measure.QUALIFIED_PLAYS, count, count.qualified(), now));
        }
    }

    private static LiveCount event(Measure measure, Tally count, long value, Instant now) {
        return new LiveCount(
                countKey(measure, count),
                measure,
                count.kind(),
                count.id(),
                count.hasDay() ? count.day() : null,
                value,
                now);
    }

    /** measure:kind:id, and :day for plays. */
    private static String countKey(Measure measure, Tally count) {
        String key = lowerCase(measure) + ':' + lowerCase(count.kind()) + ':' + count.id();
        return count.hasDay() ? key + ':' + count.day() : key;
    }

    private static String lowerCase(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
