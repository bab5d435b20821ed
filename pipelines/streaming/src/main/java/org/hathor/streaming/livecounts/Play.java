package org.hathor.streaming.livecounts;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.streaming.identity.EventId;
import org.hathor.streaming.identity.EventIdentity;
import org.hathor.streaming.kafka.Projection;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;
import org.hathor.streaming.records.Text;

/**
 * As much of a listen as counting needs.
 *
 * @param userId whose it is
 * @param id the listen's, unique for the user
 * @param trackId what was heard
 * @param artistId null where unknown
 * @param startedAtMs epoch milliseconds, by the client's clock
 * @param msPlayed milliseconds heard
 * @param qualified whether it earns
 * @param ended whether it says that playing has stopped, just before it was received
 * @param receivedAtMs epoch milliseconds, by the gateway's clock
 */
record Play(
        String userId,
        EventId id,
        String trackId,
        String artistId,
        long startedAtMs,
        long msPlayed,
        boolean qualified,
        boolean ended,
        long receivedAtMs) {
    static final RecordTypeInformation<Play> TYPE = new RecordTypeInformation<>(Play.class, new Serializer());

    static final EventIdentity<Play> IDENTITY =
            new EventIdentity<>(Play.class, Play::userId, Play::id, play -> Instant.ofEpochMilli(play.receivedAtMs));

    static final Projection<Listen, Play> PROJECTION = new Projection<>(
            Listen.class,
            List.of(
                    "userId",
                    "listenId",
                    "trackId",
                    "artistId",
                    "startedAt",
                    "msPlayed",
                    "trackLengthMs",
                    "endReason",
                    "offline",
                    "receivedAt"),
            Play::of);

    private static Play of(IndexedRecord listen) {
        long msPlayed = (Long) listen.get(5);
        boolean offline = (Boolean) listen.get(8);
        return new Play(
                (String) listen.get(0),
                EventId.of((String) listen.get(1)),
                (String) listen.get(2),
                (String) listen.get(3),
                (Long) listen.get(4),
                msPlayed,
                ListenRules.qualified(msPlayed, (Long) listen.get(6)),
                !offline && !listen.get(7).toString().equals(EndReason.UNKNOWN.name()),
                (Long) listen.get(9));
    }

    long ageMs() {
        return receivedAtMs - startedAtMs;
    }

    static final class Serializer extends RecordSerializer<Play> {
        private static final long serialVersionUID = 1L;
        private static final int QUALIFIED = 1;
        private static final int ENDED = 2;

        @Override
        public void serialize(Play play, DataOutputView out) throws IOException {
            Text.write(play.userId, out);
            play.id.write(out);
            Text.write(play.trackId, out);
            Text.write(play.artistId, out);
            out.writeLong(play.startedAtMs);
            out.writeLong(play.msPlayed);
            out.writeByte((play.qualified ? QUALIFIED : 0) | (play.ended ? ENDED : 0));
            out.writeLong(play.receivedAtMs);
        }

        @Override
        protected Play read(DataInputView in) throws IOException {
            String userId = Text.read(in);
            EventId id = EventId.read(in);
            String trackId = Text.read(in);
            String artistId = Text.read(in);
            long startedAtMs = in.readLong();
            long msPlayed = in.readLong();
            byte flags = in.readByte();
            return new Play(
                    userId,
                    id,
                    trackId,
                    artistId,
                    startedAtMs,
                    msPlayed,
                    (flags & QUALIFIED) != 0,
                    (flags & ENDED) != 0,
                    in.readLong());
        }

        @Override
        public TypeSerializerSnapshot<Play> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Play> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}
