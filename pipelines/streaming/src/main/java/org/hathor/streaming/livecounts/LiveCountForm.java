package org.hathor.streaming.livecounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.live.CountedKind;
import org.hathor.streaming.redis.RedisForm;
import org.hathor.streaming.redis.RedisValues;

/** Where counts stand in Redis; see {@link LiveKeys}. */
final class LiveCountForm implements RedisForm<Tally> {
    private static final long serialVersionUID = 1L;
    private static final int FAMILIES_REMEMBERED = 64;

    private transient Map<Family, Place> places;

    private record Family(CountedKind kind, int epochDay) {}

    /** The keys, or for everything the fields, of one kind and day; both the same for listeners. */
    private record Place(String values, String qualified, Instant expiry) {}

    @Override
    public void put(Tally count, RedisValues values) {
        Place place = place(new Family(count.kind(), count.epochDay()));
        if (count.kind() == CountedKind.EVERYTHING) {
            values.field(LiveKeys.TOTALS, place.values, Long.toString(count.value()));
            if (count.hasDay()) {
                values.field(LiveKeys.TOTALS, place.qualified, Long.toString(count.qualified()));
            }
            return;
        }
        values.score(place.values, count.id(), count.value());
        if (count.hasDay()) {
            values.expireAt(place.values, place.expiry);
            if (count.qualified() > 0) {
                values.score(place.qualified, count.id(), count.qualified());
                values.expireAt(place.qualified, place.expiry);
            }
        }
    }

    private Place place(Family family) {
        if (places == null || places.size() > FAMILIES_REMEMBERED) {
            places = new HashMap<>();
        }
        return places.computeIfAbsent(family, LiveCountForm::find);
    }

    private static Place find(Family family) {
        boolean everything = family.kind == CountedKind.EVERYTHING;
        LiveKeys.Kind kind = family.kind == CountedKind.TRACK ? LiveKeys.Kind.TRACK : LiveKeys.Kind.ARTIST;
        if (family.epochDay == Tally.NO_DAY) {
            String listeners = everything ? LiveKeys.TOTAL_LISTENERS : LiveKeys.listeners(kind);
            return new Place(listeners, listeners, null);
        }
        LocalDate day = LocalDate.ofEpochDay(family.epochDay);
        Instant expiry =
                day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(LiveKeys.PLAYS_KEPT);
        return everything
                ? new Place(LiveKeys.totalPlays(day), LiveKeys.totalQualifiedPlays(day), expiry)
                : new Place(LiveKeys.plays(kind, day), LiveKeys.qualifiedPlays(kind, day), expiry);
    }
}
