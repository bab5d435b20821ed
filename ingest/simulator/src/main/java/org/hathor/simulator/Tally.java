package org.hathor.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.hathor.contracts.ListenRules;
import org.hathor.simulator.SimulatedEvent.Listened;
import org.hathor.simulator.SimulatedEvent.Reacted;
import org.hathor.simulator.SimulatedEvent.Started;

/**
 * Exact counts of what was sent, each event once, by UTC day, by track and day, and by country and day. May be used by
 * several threads.
 */
final class Tally {
    /** Plays and how many of them qualified. */
    record Plays(long listens, long qualifiedListens, long msPlayed) {
        static final Plays NONE = new Plays(0, 0, 0);

        Plays plus(Listened listen, boolean qualified) {
            return new Plays(listens + 1, qualifiedListens + (qualified ? 1 : 0), msPlayed + listen.msPlayed());
        }
    }

    private static final class Day {
        private Plays plays = Plays.NONE;
        private final BitSet listeners = new BitSet();
        private final Map<Integer, Plays> byTrack = new TreeMap<>();
        private final Map<Country, Plays> byCountry = new EnumMap<>(Country.class);
    }

    private final World world;
    private final Map<LocalDate, Day> days = new TreeMap<>();
    private Plays total = Plays.NONE;
    private final BitSet listeners = new BitSet();
    private long nowPlaying;
    private long reactions;
    private long described;

    Tally(World world) {
        this.world = world;
    }

    /** Counts one event. */
    synchronized void add(SimulatedEvent event) {
        if (event instanceof Listened listen) {
            boolean qualified =
                    ListenRules.qualified(listen.msPlayed(), listen.track().lengthMs());
            Day day = days.computeIfAbsent(
                    LocalDate.ofEpochDay(Math.floorDiv(listen.startedMs(), DayPlanner.DAY_MS)), date -> new Day());
            total = total.plus(listen, qualified);
            day.plays = day.plays.plus(listen, qualified);
            day.byTrack.merge(
                    listen.track().index(),
                    Plays.NONE.plus(listen, qualified),
                    (all, one) -> all.plus(listen, qualified));
            day.byCountry.merge(
                    listen.country(), Plays.NONE.plus(listen, qualified), (all, one) -> all.plus(listen, qualified));
            listeners.set(listen.listener().index());
            day.listeners.set(listen.listener().index());
        } else if (event instanceof Started) {
            nowPlaying++;
        } else if (event instanceof Reacted) {
            reactions++;
        } else {
            described++;
        }
    }

    /** All events counted. */
    synchronized long events() {
        return total.listens() + nowPlaying + reactions + described;
    }

    synchronized Plays total() {
        return total;
    }

    /** The plays of a track that began on a UTC day. */
    synchronized Plays plays(LocalDate date, String trackId) {
        Day day = days.get(date);
        Catalogue.Track track = world.track(trackId);
        return day == null || track == null ? Plays.NONE : day.byTrack.getOrDefault(track.index(), Plays.NONE);
    }

    /** The plays in a country that began on a UTC day. */
    synchronized Plays plays(LocalDate date, Country country) {
        Day day = days.get(date);
        return day == null ? Plays.NONE : day.byCountry.getOrDefault(country, Plays.NONE);
    }

    /** Writes {@code totals} and {@code days} into an open object; with every track's days if asked for. */
    synchronized void write(JsonGenerator json, Detail detail) throws IOException {
        json.writeObjectFieldStart("totals");
        write(json, total);
        json.writeNumberField("listeners", listeners.cardinality());
        json.writeNumberField("nowPlaying", nowPlaying);
        json.writeNumberField("reactions", reactions);
        json.writeNumberField("catalogueEntries", described);
        json.writeEndObject();
        json.writeArrayFieldStart("days");
        for (Map.Entry<LocalDate, Day> entry : days.entrySet()) {
            Day day = entry.getValue();
            json.writeStartObject();
            json.writeStringField("day", entry.getKey().toString());
            write(json, day.plays);
            json.writeNumberField("listeners", day.listeners.cardinality());
            json.writeObjectFieldStart("countries");
            for (Map.Entry<Country, Plays> country : day.byCountry.entrySet()) {
                json.writeObjectFieldStart(country.getKey().name());
                write(json, country.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
            if (detail == Detail.TRACKS) {
                json.writeObjectFieldStart("tracks");
                for (Map.Entry<Integer, Plays> track : day.byTrack.entrySet()) {
                    json.writeObjectFieldStart(
                            world.catalogue().tracks().get(track.getKey()).trackId());
                    write(json, track.getValue());
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** How much of a tally is written. */
    enum Detail {
        DAYS,
        TRACKS
    }

    private static void write(JsonGenerator json, Plays plays) throws IOException {
        json.writeNumberField("listens", plays.listens());
        json.writeNumberField("qualifiedListens", plays.qualifiedListens());
        json.writeNumberField("msPlayed", plays.msPlayed());
    }
}
