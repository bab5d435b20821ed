package org.hathor.simulator;

import java.util.ArrayList;
import java.util.List;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.playback.EndReason;
import org.hathor.simulator.Catalogue.Track;

/**
 * How one play of a track went.
 *
 * @param msPlayed milliseconds heard, 1 to the track's length
 * @param pausedMs milliseconds of pause in between
 * @param liking how well track and taste agree, 0 to 1
 */
record Play(long msPlayed, long pausedMs, EndReason endReason, double liking) {
    /** @param leftMs what is left of the session, at least one second */
    static Play of(Listener listener, Track track, long leftMs, Randomness random) {
        double liking = liking(listener, track);
        boolean skipped = random.chance(0.06 + 0.6 * (1 - liking));
        boolean stopped = !skipped && random.chance(0.03);
        long heard = track.lengthMs();
        if (skipped) {
            heard = Math.min(heard - 1_000, 1_500 + (long) (28_000 * random.exponential()));
        } else if (stopped) {
            heard = (long) (heard * (0.3 + 0.65 * random.uniform()));
        }
        long paused = random.chance(0.03) ? random.between(2_000, 90_000) : 0;
        if (heard + paused > leftMs) {
            return new Play(
                    Math.min(heard, leftMs), 0, heard <= leftMs ? end(skipped, stopped) : EndReason.STOPPED, liking);
        }
        return new Play(heard, paused, end(skipped, stopped), liking);
    }

    /** Logistic in the cosine; half way where half a match begins to be heard out. */
    static double liking(Listener listener, Track track) {
        double cosine = listener.taste().cosine(track.latent());
        return 1 / (1 + StrictMath.exp(-7 * (cosine - 0.35)));
    }

    /** What the listener did about it; often nothing. */
    List<ReactionKind> reactions(Randomness random) {
        List<ReactionKind> kinds = new ArrayList<>(1);
        if (endReason == EndReason.SKIPPED) {
            if (msPlayed < 30_000 && random.chance(0.5)) {
                kinds.add(ReactionKind.SKIP);
            }
            return kinds;
        }
        addAt(0.05 * liking, ReactionKind.LIKE, kinds, random);
        addAt(0.025 * liking, ReactionKind.SAVE, kinds, random);
        addAt(0.006 * liking, ReactionKind.SHARE, kinds, random);
        addAt(0.008 * liking, ReactionKind.FOLLOW, kinds, random);
        addAt(0.002, ReactionKind.UNLIKE, kinds, random);
        return kinds;
    }

    private static void addAt(double chance, ReactionKind kind, List<ReactionKind> kinds, Randomness random) {
        if (random.chance(chance)) {
            kinds.add(kind);
        }
    }

    private static EndReason end(boolean skipped, boolean stopped) {
        return skipped ? EndReason.SKIPPED : stopped ? EndReason.STOPPED : EndReason.FINISHED;
    }
}
