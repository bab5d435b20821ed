package org.hathor.streaming.trending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hathor.contracts.LiveKeys;
import org.hathor.core.trending.TrendingDecay;
import org.hathor.core.trending.TrendingScore;
import org.hathor.streaming.panes.Pane;

/** What each track gained, overall and in each country. */
final class EngagementPane implements Pane<Engagement, TrackScores> {
    private static final String NOWHERE = "";

    private final TrendingDecay decay;
    private final Map<String, Gain> gains = new HashMap<>();

    EngagementPane(Duration halfLife) {
        this.decay = TrendingDecay.of(halfLife);
    }

    @Override
    public void add(Engagement engagement) {
        if (engagement.weight() > 0) {
            gains.computeIfAbsent(engagement.trackId(), absent -> new Gain()).add(engagement);
        }
    }

    @Override
    public int size() {
        return gains.size();
    }

    @Override
    public void drain(Consumer<TrackScores> out) {
        gains.forEach((trackId, gain) -> out.accept(gain.of(trackId)));
        gains.clear();
    }

    private final class Gain {
        private final Map<String, TrendingScore> byCountry = new HashMap<>(4);
        private String artistId;

        void add(Engagement engagement) {
            artistId = TrackScores.artist(artistId, engagement.artistId());
            String country = engagement.country() == null ? NOWHERE : engagement.country();
            byCountry.put(
                    country,
                    byCountry
                            .getOrDefault(country, TrendingScore.NONE)
                            .add(engagement.weight(), engagement.atMs(), decay));
        }

        TrackScores of(String trackId) {
            TrendingScore global = TrendingScore.NONE;
            for (TrendingScore score : byCountry.values()) {
                global = global.merge(score, decay);
            }
            byCountry.remove(NOWHERE);
            byCountry.put(LiveKeys.GLOBAL_SCOPE, global);
            return TrackScores.of(trackId, artistId, byCountry);
        }
    }
}
