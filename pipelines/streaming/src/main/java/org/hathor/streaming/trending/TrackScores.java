package org.hathor.streaming.trending;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.hathor.core.trending.TrendingDecay;
import org.hathor.core.trending.TrendingScore;
import org.hathor.streaming.records.RecordSerializer;
import org.hathor.streaming.records.RecordTypeInformation;
import org.hathor.streaming.records.Text;

/**
 * A track's scores in all scopes, or what it gained in them.
 *
 * @param trackId the track
 * @param artistId its artist, null where unknown; where reports differ, the least, so that their order does not matter
 * @param scopes in ascending order: {@link org.hathor.contracts.LiveKeys#GLOBAL_SCOPE} and countries
 * @param scores one for each scope
 */
record TrackScores(String trackId, String artistId, List<String> scopes, List<TrendingScore> scores) {
    static final RecordTypeInformation<TrackScores> TYPE =
            new RecordTypeInformation<>(TrackScores.class, new Serializer());

    static TrackScores of(String trackId, String artistId, Map<String, TrendingScore> byScope) {
        TreeMap<String, TrendingScore> ascending = new TreeMap<>(byScope);
        return new TrackScores(
                trackId, artistId, new ArrayList<>(ascending.keySet()), new ArrayList<>(ascending.values()));
    }

    /** The one of two reported artists that holds. */
    static String artist(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The scores with a gain, which is merged in as two ascending lists are. */
    TrackScores plus(TrackScores gain, TrendingDecay decay) {
        int sizeMax = scopes.size() + gain.scopes.size();
        List<String> mergedScopes = new ArrayList<>(sizeMax);
        List<TrendingScore> mergedScores = new ArrayList<>(sizeMax);
        int i = 0;
        int j = 0;
        while (i < scopes.size() || j < gain.scopes.size()) {
            int order = i == scopes.size()
                    ? 1
                    : j == gain.scopes.size() ? -1 : scopes.get(i).compareTo(gain.scopes.get(j));
            mergedScopes.add(order <= 0 ? scopes.get(i) : gain.scopes.get(j));
            if (order == 0) {
                mergedScores.add(scores.get(i++).merge(gain.scores.get(j++), decay));
            } else {
                mergedScores.add(order < 0 ? scores.get(i++) : gain.scores.get(j++));
            }
        }
        return new TrackScores(trackId, artist(artistId, gain.artistId), mergedScopes, mergedScores);
    }

    /** Those that have not faded below the pruning bound at an instant. */
    TrackScores keptAt(long instantMs, TrendingDecay decay) {
        List<String> keptScopes = new ArrayList<>();
        List<TrendingScore> keptScores = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            if (scores.get(i).at(instantMs, decay) >= TrendingDecay.PRUNING_BOUND) {
                keptScopes.add(scopes.get(i));
                keptScores.add(scores.get(i));
            }
        }
        return new TrackScores(trackId, artistId, keptScopes, keptScores);
    }

    /** The score in a scope; {@link TrendingScore#NONE} where there is none. */
    TrendingScore in(String scope) {
        int at = scopes.indexOf(scope);
        return at < 0 ? TrendingScore.NONE : scores.get(at);
    }

    static final class Serializer extends RecordSerializer<TrackScores> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(TrackScores track, DataOutputView out) throws IOException {
            Text.write(track.trackId, out);
            Text.write(track.artistId, out);
            out.writeInt(track.scopes.size());
            for (int i = 0; i < track.scopes.size(); i++) {
                Text.write(track.scopes.get(i), out);
                ScoredTrack.Serializer.write(track.scores.get(i), out);
            }
        }

        @Override
        protected TrackScores read(DataInputView in) throws IOException {
            String trackId = Text.read(in);
            String artistId = Text.read(in);
            int size = in.readInt();
            List<String> scopes = new ArrayList<>(size);
            List<TrendingScore> scores = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                scopes.add(Text.read(in));
                scores.add(ScoredTrack.Serializer.readScore(in));
            }
            return new TrackScores(trackId, artistId, scopes, scores);
        }

        @Override
        public TypeSerializerSnapshot<TrackScores> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Flink makes it by reflection. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<TrackScores> {
            public Snapshot() {
                super(Serializer::new);
            }
        }
    }
}
