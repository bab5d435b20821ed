package org.hathor.streaming.trending;

import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.playback.Listen;
import org.hathor.core.trending.EngagementWeights;
import org.hathor.streaming.identity.EventIdentity;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;
import org.hathor.streaming.records.Text;

/**
 * A listen or a reaction, as far as trending needs it.
 *
 * @param userId whose it is
 * @param id the listen's or reaction's id, unique for the user among its kind
 * @param trackId what it is about; of a reaction to something else than a track, whatever it is about
 * @param artistId null where unknown
 * @param country where it was done, null where unknown
 * @param weight what it counts, 0 or more
 * @param atMs when it was done, epoch milliseconds, by the client's clock
 * @param receivedAtMs epoch milliseconds, by the gateway's clock
 */
record Engagement(
        String userId,
        String id,
        String trackId,
        String artistId,
        String country,
        double weight,
        long atMs,
        long receivedAtMs) {
    static final RecordTypeInformation<Engagement> TYPE =
            new RecordTypeInformation<>(Engagement.class, new Serializer());

    static final EventIdentity<Engagement> IDENTITY = new EventIdentity<>(
            Engagement.class,
            Engagement::userId,
            Engagement::id,
            engagement -> Instant.ofEpochMilli(engagement.receivedAtMs));

    static Engagement of(Listen listen) {
        return new Engagement(
                listen.getUserId(),
                listen.getListenId(),
                listen.getTrackId(),
                listen.getArtistId(),
                listen.getCountry(),
                EngagementWeights.of(listen),
                listen.getStartedAt().toEpochMilli(),
                listen.getReceivedAt().toEpochMilli());
    }

    static Engagement of(Reaction reaction) {
        return new Engagement(
                reaction.getUserId(),
                reaction.getReactionId(),
                reaction.getTargetId(),
                reaction.getArtistId(),
                reaction.getCountry(),
                EngagementWeights.of(reaction),
                reaction.getOccurredAt().toEpochMilli(),
                reaction.getReceivedAt().toEpochMilli());
    }

    static final class Serializer extends RecordSerializer<Engagement> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Engagement engagement, DataOutputView out) throws IOException {
            Text.write(engagement.userId, out);
            Text.write(engagement.id, out);
            Text.write(engagement.trackId, out);
            Text.write(engagement.artistId, out);
            Text.write(engagement.country, out);
            out.writeDouble(engagement.weight);
            out.writeLong(engagement.atMs);
            out.writeLong(engagement.receivedAtMs);
        }

        @Override
        protected Engagement read(DataInputView in) throws IOException {
            return new Engagement(
                    Text.read(in),
                    Text.read(in),
                    Text.read(in),
                    Text.read(in),
                    Text.read(in),
                    in.readDouble(),
                    in.readLong(),
                    in.readLong());
        }

        @Override
        public TypeSerializerSnapshot<Engagement> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Engagement> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}
