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
 * A track's score in a scope, or what it gained.
 *
 * @param scope where: {@link org.hathor.contracts.LiveKeys#GLOBAL_SCOPE} or a country; of a gain, {@link #NOWHERE}
 *     where the country is unknown
 * @param trackId the track
 * @param artistId its artist, null where unknown; where reports differ, the least, so that their order does not matter
 * @param score the score, or the gain
 */
record ScoredTrack(String scope, String trackId, String artistId, TrendingScore score) {
    static final RecordTypeInformation<ScoredTrack> TYPE =
            new RecordTypeInformation<>(ScoredTrack.class, new Serializer());

    /** The scope of what counts for no country. */
    static final String NOWHERE = "";

    /** The one of two reported artists that holds. */
    static String artist(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    static final class Serializer extends RecordSerializer<ScoredTrack> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(ScoredTrack track, DataOutputView out) throws IOException {
            Text.write(track.scope, out);
            Text.write(track.trackId, out);
            Text.write(track.artistId, out);
            write(track.score.slow(), out);
            write(track.score.fast(), out);
        }

        @Override
        protected ScoredTrack read(DataInputView in) throws IOException {
            return new ScoredTrack(
                    Text.read(in), Text.read(in), Text.read(in), new TrendingScore(readSum(in), readSum(in)));
        }

        private static void write(DecayedSum sum, DataOutputView out) throws IOException {
            out.writeDouble(sum.value());
            out.writeLong(sum.atMs());
        }

        private static DecayedSum readSum(DataInputView in) throws IOException {
            return new DecayedSum(in.readDouble(), in.readLong());
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
