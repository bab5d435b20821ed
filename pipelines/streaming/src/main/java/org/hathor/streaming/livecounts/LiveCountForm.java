package org.hathor.streaming.livecounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.live.CountedKind;
import org.hathor.streaming.redis.RedisForm;
import org.hathor.streaming.redis.RedisValues;

/** Where counts stand in Redis; see {@link LiveKeys}. */
final class LiveCountForm implements RedisForm<Tally> {
    private static final long serialVersionUID = 1L;

    @Override
    public void put(Tally count, RedisValues values) {
        if (count.kind() == CountedKind.EVERYTHING) {
            values.field(LiveKeys.TOTALS, totalField(count), Long.toString(count.value()));
            return;
        }
        LiveKeys.Kind kind = count.kind() == CountedKind.TRACK ? LiveKeys.Kind.TRACK : LiveKeys.Kind.ARTIST;
        String key = key(count, kind);
        values.score(key, count.id(), count.value());
        if (count.hasDay()) {
            values.expireAt(key, expiry(count.day()));
        }
    }

    private static String key(Tally count, LiveKeys.Kind kind) {
        return switch (count.measure()) {
            case PLAYS -> LiveKeys.plays(kind, count.day());
            case QUALIFIED_PLAYS -> LiveKeys.qualifiedPlays(kind, count.day());
            case CONCURRENT_LISTENERS -> LiveKeys.listeners(kind);
            case UNKNOWN -> throw new IllegalArgumentException("a count of nothing known: " + count);
        };
    }

    private static String totalField(Tally count) {
        return switch (count.measure()) {
            case PLAYS -> LiveKeys.totalPlays(count.day());
            case QUALIFIED_PLAYS -> LiveKeys.totalQualifiedPlays(count.day());
            case CONCURRENT_LISTENERS -> LiveKeys.TOTAL_LISTENERS;
            case UNKNOWN -> throw new IllegalArgumentException("a count of nothing known: " + count);
        };
    }

    private static Instant expiry(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(LiveKeys.PLAYS_KEPT);
    }
}
