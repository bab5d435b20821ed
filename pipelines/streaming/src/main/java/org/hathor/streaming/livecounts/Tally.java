package org.hathor.streaming.livecounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.hathor.contracts.live.CountedKind;
import org.hathor.contracts.live.Measure;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;

/**
 * A count, or a change of one.
 *
 * @param measure what is counted
 * @param kind what it is counted for
 * @param id of the track or artist; {@link #ALL} for everything
 * @param epochDay the UTC day of plays; {@link #NO_DAY} for listeners
 * @param value the count, or by how much it changes
 */
record Tally(Measure measure, CountedKind kind, String id, int epochDay, long value) {
    static final RecordTypeInformation<Tally> TYPE = new RecordTypeInformation<>(Tally.class, new Serializer());

    /** The id of everything. */
    static final String ALL = "all";

    /** The day of what has none. */
    static final int NO_DAY = Integer.MIN_VALUE;

    /** The contract's count key: measure:kind:id, and :day for plays. */
    String countKey() {
        String key = measure.name().toLowerCase(Locale.ROOT) + ':' + kind.name().toLowerCase(Locale.ROOT) + ':' + id;
        return hasDay() ? key + ':' + day() : key;
    }

    boolean hasDay() {
        return epochDay != NO_DAY;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(epochDay);
    }

    Tally withValue(long otherValue) {
        return new Tally(measure, kind, id, epochDay, otherValue);
    }

    static final class Serializer extends RecordSerializer<Tally> {
        private static final long serialVersionUID = 1L;
        private static final Measure[] MEASURES = Measure.values();
        private static final CountedKind[] KINDS = CountedKind.values();

        @Override
        public void serialize(Tally tally, DataOutputView out) throws IOException {
            out.writeByte(tally.measure.ordinal());
            out.writeByte(tally.kind.ordinal());
            StringValue.writeString(tally.id, out);
            out.writeInt(tally.epochDay);
            out.writeLong(tally.value);
        }

        @Override
        protected Tally read(DataInputView in) throws IOException {
            Measure measure = MEASURES[in.readByte()];
            CountedKind kind = KINDS[in.readByte()];
            return new Tally(measure, kind, StringValue.readString(in), in.readInt(), in.readLong());
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
