package org.hathor.streaming.livecounts;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;

/**
 * What is known of one listener at present.
 *
 * @param heard the latest now-playing, null when nothing is heard
 * @param ended the latest play that ended, null when none is remembered
 * @param forgetAtMs when {@code ended} is forgotten, epoch milliseconds by the wall clock; meaningless without it
 */
record Presence(Hearing heard, Play ended, long forgetAtMs) {
    static final Presence NONE = new Presence(null, null, 0);

    static final RecordTypeInformation<Presence> TYPE = new RecordTypeInformation<>(Presence.class, new Serializer());

    Presence hearing(Hearing now) {
        return new Presence(now, ended, forgetAtMs);
    }

    Presence silent() {
        return new Presence(null, ended, forgetAtMs);
    }

    Presence ending(Play play, long toBeForgottenAtMs) {
        return new Presence(heard, play, toBeForgottenAtMs);
    }

    Presence forgetful() {
        return new Presence(heard, null, 0);
    }

    boolean isNothing() {
        return heard == null && ended == null;
    }

    static final class Serializer extends RecordSerializer<Presence> {
        private static final long serialVersionUID = 1L;

        private final Hearing.Serializer hearings = new Hearing.Serializer();
        private final Play.Serializer plays = new Play.Serializer();

        @Override
        public void serialize(Presence presence, DataOutputView out) throws IOException {
            out.writeBoolean(presence.heard != null);
            if (presence.heard != null) {
                hearings.serialize(presence.heard, out);
            }
            out.writeBoolean(presence.ended != null);
            if (presence.ended != null) {
                plays.serialize(presence.ended, out);
            }
            out.writeLong(presence.forgetAtMs);
        }

        @Override
        protected Presence read(DataInputView in) throws IOException {
            Hearing heard = in.readBoolean() ? hearings.read(in) : null;
            Play ended = in.readBoolean() ? plays.read(in) : null;
            return new Presence(heard, ended, in.readLong());
        }

        @Override
        public TypeSerializerSnapshot<Presence> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Presence> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}
