package org.hathor.streaming.trending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hathor.core.trending.TrendingDecay;
import org.hathor.core.trending.TrendingScore;
import org.hathor.streaming.panes.Pane;

/** What each track gained in each country. */
final class EngagementPane implements Pane<Engagement, ScoredTrack> {
    private final TrendingDecay decay;
    private final Map<String, Map<String, Gain>> gainsByCountry = new HashMap<>();
    private int size;

    EngagementPane(Duration halfLife) {
        this.decay = TrendingDecay.of(halfLife);
    }

    @Override
    public void add(Engagement engagement) {
        if (engagement.weight() == 0) {
            return;
        }
        String country = engagement.country() == null ? ScoredTrack.NOWHERE : engagement.country();
        Map<String, Gain> gains = gainsByCountry.computeIfAbsent(country, absent -> new HashMap<>());
        Gain gain = gains.get(engagement.trackId());
        if (gain == null) {
            gain = new Gain();
            gains.put(engagement.trackId(), gain);
            size++;
        }
        gain.add(engagement);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void drain(Consumer<ScoredTrack> out) {
        gainsByCountry.forEach((country, gains) -> gains.forEach(
                (trackId, gain) -> out.accept(new ScoredTrack(country, trackId, gain.artistId, gain.score))));
        gainsByCountry.clear();
        size = 0;
    }

    private final class Gain {
        private String artistId;
        private TrendingScore score = TrendingScore.NONE;

        void add(Engagement engagement) {
            artistId = ScoredTrack.artist(artistId, engagement.artistId());
            score = score.add(engagement.weight(), engagement.atMs(), decay);
        }
    }
}
