package org.hathor.core.trending;

import org.hathor.contracts.ListenRules;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.Listen;

/**
 * How much each kind of engagement with a track counts towards trending: a qualified listen 1, a like 2, a save 3, a
 * share 4, everything else nothing.
 *
 * <p>No weight is negative, and taking a reaction back (unlike, unsave) or skipping counts nothing rather than less:
 * the score measures attention paid, not approval held, and a reaction that counted against a track would let anyone
 * push down a track he never heard. It also keeps scores rising by engagement alone, on which the exactness of
 * {@link TopTracks} rests.
 */
public final class EngagementWeights {
    private EngagementWeights() {}

    /** The weight of a listen, for its track. */
    public static double of(Listen listen) {
        return ofListen(listen.getMsPlayed(), listen.getTrackLengthMs());
    }

    /**
     * The weight of a listen, for its track.
     *
     * @param msPlayed milliseconds heard
     * @param trackLengthMs the track's length, null where unknown
     */
    public static double ofListen(long msPlayed, Long trackLengthMs) {
        return ListenRules.qualified(msPlayed, trackLengthMs) ? 1 : 0;
    }

    /** The weight of a reaction, for the track it is about; 0 when it is about something else. */
    public static double of(Reaction reaction) {
        return ofReaction(reaction.getKind(), reaction.getTargetType());
    }

    /** The weight of a reaction of a kind to a thing of a type. */
    public static double ofReaction(ReactionKind kind, TargetType targetType) {
        if (targetType != TargetType.TRACK) {
            return 0;
        }
        return switch (kind) {
            case LIKE -> 2;
            case SAVE -> 3;
            case SHARE -> 4;
            case UNLIKE, UNSAVE, SKIP, FOLLOW, UNFOLLOW, UNKNOWN -> 0;
        };
    }
}
