package org.hathor.streaming.trending;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.Listen;
import org.hathor.core.trending.EngagementWeights;
import org.hathor.streaming.identity.EventId;
import org.hathor.streaming.identity.EventIdentity;
import org.hathor.streaming.kafka.Projection;
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
        EventId id,
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

    static final Projection<Listen, Engagement> OF_LISTENS = new Projection<>(
            Listen.class,
            List.of(
                    "userId",
                    "listenId",
                    "trackId",
                    "artistId",
                    "country",
                    "msPlayed",
                    "trackLengthMs",
                    "startedAt",
                    "receivedAt"),
            listen -> new Engagement(
                    (String) listen.get(0),
                    EventId.of((String) listen.get(1)),
                    (String) listen.get(2),
                    (String) listen.get(3),
                    (String) listen.get(4),
                    EngagementWeights.ofListen((Long) listen.get(5), (Long) listen.get(6)),
                    (Long) listen.get(7),
                    (Long) listen.get(8)));

    static final Projection<Reaction, Engagement> OF_REACTIONS = new Projection<>(
            Reaction.class,
            List.of(
                    "userId",
                    "reactionId",
                    "targetId",
                    "artistId",
                    "country",
                    "kind",
                    "targetType",
                    "occurredAt",
                    "receivedAt"),
            reaction -> new Engagement(
                    (String) reaction.get(0),
                    EventId.of((String) reaction.get(1)),
                    (String) reaction.get(2),
                    (String) reaction.get(3),
                    (String) reaction.get(4),
                    EngagementWeights.ofReaction(
                            ReactionKind.valueOf(reaction.get(5).toString()),
                            TargetType.valueOf(reaction.get(6).toString())),
                    (Long) reaction.get(7),
                    (Long) reaction.get(8)));

    long ageMs() {
        return receivedAtMs - atMs;
    }

    static final class Serializer extends RecordSerializer<Engagement> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Engagement engagement, DataOutputView out) throws IOException {
            Text.write(engagement.userId, out);
            engagement.id.write(out);
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
                    EventId.read(in),
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
