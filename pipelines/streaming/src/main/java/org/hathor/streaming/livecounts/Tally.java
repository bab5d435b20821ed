package org.hathor.streaming.livecounts;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.contracts.live.CountedKind;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;
import org.hathor.streaming.records.Text;

/**
 * What is counted for a track, an artist or everything, or by how much it changes.
 *
 * @param kind what it is counted for
 * @param id of the track or artist; {@link #ALL} for everything
 * @param epochDay the UTC day of plays; {@link #NO_DAY} for listeners
 * @param value plays of that day, or listeners now
 * @param qualified how many of the plays are qualified; 0 for listeners
 */
record Tally(CountedKind kind, String id, int epochDay, long value, long qualified) {
    static final RecordTypeInformation<Tally> TYPE = new RecordTypeInformation<>(Tally.class, new Serializer());

    /** The id of everything. */
    static final String ALL = "all";

    /** The day of what has none. */
    static final int NO_DAY = Integer.MIN_VALUE;

    static Tally plays(CountedKind kind, String id, int epochDay, long plays, long qualified) {
        return new Tally(kind, id, epochDay, plays, qualified);
    }

    static Tally listeners(CountedKind kind, String id, long listeners) {
        return new Tally(kind, id, NO_DAY, listeners, 0);
    }

    /** What this is a count of, apart from its value. */
    String key() {
        return id + '/' + kind.ordinal() + '/' + epochDay;
    }

    /** This count after a change of it. */
    Tally plus(Tally change) {
        return new Tally(kind, id, epochDay, value + change.value, qualified + change.qualified);
    }

    boolean hasDay() {
        return epochDay != NO_DAY;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(epochDay);
    }

    static final class Serializer extends RecordSerializer<Tally> {
        private static final long serialVersionUID = 1L;
        private static final CountedKind[] KINDS = CountedKind.values();

        @Override
        public void serialize(Tally tally, DataOutputView out) throws IOException {
            out.writeByte(tally.kind.ordinal());
            Text.write(tally.id, out);
            out.writeInt(tally.epochDay);
            out.writeLong(tally.value);
            out.writeLong(tally.qualified);
        }

        @Override
        protected Tally read(DataInputView in) throws IOException {
            CountedKind kind = KINDS[in.readByte()];
            return new Tally(kind, Text.read(in), in.readInt(), in.readLong(), in.readLong());
        }

        @Override
        public TypeSerializerSnapshot<Tally> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Tally> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}
