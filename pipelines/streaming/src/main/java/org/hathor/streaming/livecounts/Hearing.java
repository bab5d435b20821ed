package org.hathor.streaming.livecounts;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.contracts.playback.NowPlaying;
import org.hathor.streaming.kafka.Projection;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;
import org.hathor.streaming.records.Text;

/**
 * What a listener hears, as far as counting needs it.
 *
 * @param userId who hears it
 * @param trackId what is heard
 * @param artistId null where unknown
 * @param startedAtMs when playing began or was last confirmed, epoch milliseconds
 * @param expiresAtMs when it is no longer taken for granted, epoch milliseconds
 * @param receivedAtMs epoch milliseconds, by the gateway's clock
 */
record Hearing(String userId, String trackId, String artistId, long startedAtMs, long expiresAtMs, long receivedAtMs) {
    static final RecordTypeInformation<Hearing> TYPE = new RecordTypeInformation<>(Hearing.class, new Serializer());

    static final Projection<NowPlaying, Hearing> PROJECTION = new Projection<>(
            NowPlaying.class,
            List.of("userId", "trackId", "artistId", "startedAt", "expiresAt", "receivedAt"),
            nowPlaying -> new Hearing(
                    (String) nowPlaying.get(0),
                    (String) nowPlaying.get(1),
                    (String) nowPlaying.get(2),
                    (Long) nowPlaying.get(3),
                    (Long) nowPlaying.get(4),
                    (Long) nowPlaying.get(5)));

    /**
     * Whether a play of the same listener says that this has stopped: it ended, with this track, after this was
     * reported. Of two that were received in the same millisecond, their own clocks tell which came last.
     */
    boolean stoppedBy(Play play) {
        return play.ended()
                && play.trackId().equals(trackId)
                && (play.receivedAtMs() > receivedAtMs
                        || (play.receivedAtMs() == receivedAtMs && play.startedAtMs() + play.msPlayed() > startedAtMs));
    }

    static final class Serializer extends RecordSerializer<Hearing> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Hearing hearing, DataOutputView out) throws IOException {
            Text.write(hearing.userId, out);
            Text.write(hearing.trackId, out);
            Text.write(hearing.artistId, out);
            out.writeLong(hearing.startedAtMs);
            out.writeLong(hearing.expiresAtMs);
            out.writeLong(hearing.receivedAtMs);
        }

        @Override
        protected Hearing read(DataInputView in) throws IOException {
            return new Hearing(
                    Text.read(in), Text.read(in), Text.read(in), in.readLong(), in.readLong(), in.readLong());
        }

        @Override
        public TypeSerializerSnapshot<Hearing> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Hearing> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}
