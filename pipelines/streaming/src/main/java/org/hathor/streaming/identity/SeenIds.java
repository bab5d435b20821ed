package org.hathor.streaming.identity;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The ids one user's events had, each until an hour of its own: a hash table with linear probing in three plain arrays,
 * about 30 bytes an id. Millions of ids are kept, so they must not be objects.
 *
 * <p>Hours are whole hours since the epoch and never 0, which marks a free place.
 */
final class SeenIds {
    private static final int CAPACITY_MIN = 8;

    private long[] high;
    private long[] low;
    private int[] untilHour;
    private int size;
    private int lastHourAdded;

    SeenIds() {
        this(CAPACITY_MIN);
    }

    private SeenIds(int capacity) {
        high = new long[capacity];
        low = new long[capacity];
        untilHour = new int[capacity];
    }

    private SeenIds(SeenIds other) {
        high = other.high.clone();
        low = other.low.clone();
        untilHour = other.untilHour.clone();
        size = other.size;
        lastHourAdded = other.lastHourAdded;
    }

    /**
     * Adds an id unless it is known.
     *
     * @param hour until when it is kept
     * @return whether it was unknown
     */
    boolean add(EventId id, int hour) {
        int place = place(id.high(), id.low());
        if (untilHour[place] != 0) {
            return false;
        }
        put(place, id.high(), id.low(), hour);
        lastHourAdded = hour;
        if (size * 4 > untilHour.length * 3) {
            rebuild(untilHour.length * 2, Integer.MIN_VALUE);
        }
        return true;
    }

    /** The hour that was given with the id added last; 0 when none has been. */
    int lastHourAdded() {
        return lastHourAdded;
    }

    /** Forgets the ids that were kept until this hour or an earlier one. */
    void removeUntil(int hour) {
        int kept = 0;
        for (int until : untilHour) {
            if (until > hour) {
                kept++;
            }
        }
        if (kept < size) {
            rebuild(capacityFor(kept), hour);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int place(long idHigh, long idLow) {
        int mask = untilHour.length - 1;
        int place = spread(idHigh, idLow) & mask;
        while (untilHour[place] != 0 && (low[place] != idLow || high[place] != idHigh)) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** Time-ordered and sequential ids share most of their bits. */
    private static int spread(long idHigh, long idLow) {
        long mixed = (idHigh ^ Long.rotateLeft(idLow, 32)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }

    private void put(int place, long idHigh, long idLow, int hour) {
        high[place] = idHigh;
        low[place] = idLow;
        untilHour[place] = hour;
        size++;
    }

    private void rebuild(int capacity, int removedUntilHour) {
        SeenIds rebuilt = new SeenIds(capacity);
        for (int i = 0; i < untilHour.length; i++) {
            if (untilHour[i] != 0 && untilHour[i] > removedUntilHour) {
                rebuilt.put(rebuilt.place(high[i], low[i]), high[i], low[i], untilHour[i]);
            }
        }
        high = rebuilt.high;
        low = rebuilt.low;
        untilHour = rebuilt.untilHour;
        size = rebuilt.size;
    }

    private static int capacityFor(int ids) {
        return Math.max(CAPACITY_MIN, Integer.highestOneBit(Math.max(1, ids * 4 / 3)) * 2);
    }

    /** How Flink keeps it: the ids alone, without the free places. */
    static final class Serializer extends TypeSerializerSingleton<SeenIds> {
        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(SeenIds ids, DataOutputView out) throws IOException {
            out.writeInt(ids.size);
            out.writeInt(ids.lastHourAdded);
            for (int i = 0; i < ids.untilHour.length; i++) {
                if (ids.untilHour[i] != 0) {
                    out.writeLong(ids.high[i]);
                    out.writeLong(ids.low[i]);
                    out.writeInt(ids.untilHour[i]);
                }
            }
        }

        @Override
        public SeenIds deserialize(DataInputView in) throws IOException {
            int size = in.readInt();
            SeenIds ids = new SeenIds(capacityFor(size));
            ids.lastHourAdded = in.readInt();
            for (int i = 0; i < size; i++) {
                long idHigh = in.readLong();
                long idLow = in.readLong();
                ids.put(ids.place(idHigh, idLow), idHigh, idLow, in.readInt());
            }
            return ids;
        }

        @Override
        public SeenIds deserialize(SeenIds reuse, DataInputView in) throws IOException {
            return deserialize(in);
        }

        @Override
        public void copy(DataInputView in, DataOutputView out) throws IOException {
            serialize(deserialize(in), out);
        }

        @Override
        public SeenIds copy(SeenIds from) {
            return new SeenIds(from);
        }

        @Override
        public SeenIds copy(SeenIds from, SeenIds reuse) {
            return copy(from);
        }

        @Override
        public boolean isImmutableType() {
            return false;
        }

        @Override
        public SeenIds createInstance() {
            return new SeenIds();
        }

        /** Variable. */
        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public TypeSerializerSnapshot<SeenIds> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<SeenIds> {
            public Snapshot() {
                super(() -> INSTANCE);
            }
        }
    }
}
