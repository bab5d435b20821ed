package org.hathor.streaming.trending;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.core.trending.DecayedSum;
import org.hathor.core.trending.TrendingScore;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;
import org.hathor.streaming.records.Text;

/**
 * A track's score in one scope.
 *
 * @param scope where: {@link org.hathor.contracts.LiveKeys#GLOBAL_SCOPE} or a country
 * @param trackId the track
 * @param artistId its artist, null where unknown
 * @param score the score
 */
record ScoredTrack(String scope, String trackId, String artistId, TrendingScore score) {
    static final RecordTypeInformation<ScoredTrack> TYPE =
            new RecordTypeInformation<>(ScoredTrack.class, new Serializer());

    static final class Serializer extends RecordSerializer<ScoredTrack> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(ScoredTrack track, DataOutputView out) throws IOException {
            Text.write(track.scope, out);
            Text.write(track.trackId, out);
            Text.write(track.artistId, out);
            write(track.score, out);
        }

        @Override
        protected ScoredTrack read(DataInputView in) throws IOException {
            return new ScoredTrack(Text.read(in), Text.read(in), Text.read(in), readScore(in));
        }

        static void write(TrendingScore score, DataOutputView out) throws IOException {
            out.writeDouble(score.slow().value());
            out.writeLong(score.slow().atMs());
            out.writeDouble(score.fast().value());
            out.writeLong(score.fast().atMs());
        }

        static TrendingScore readScore(DataInputView in) throws IOException {
            return new TrendingScore(
                    new DecayedSum(in.readDouble(), in.readLong()), new DecayedSum(in.readDouble(), in.readLong()));
        }

        @Override
        public TypeSerializerSnapshot<ScoredTrack> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<ScoredTrack> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}
