package org.hathor.core.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.Listen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementWeightsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    static {
        assertThat(Contracts.all()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30000, 200000, 1", "29999, 200000, 0", "20000, 20000, 1", "20000, , 0"})
    void onlyAQualifiedListenCounts(long msPlayed, Long trackLengthMs, double weight) {
        Listen listen = Listen.newBuilder()
                .setListenId("l")
                .setUserId("u")
                .setTrackId("t")
                .setStartedAt(NOW)
                .setMsPlayed(msPlayed)
                .setTrackLengthMs(trackLengthMs)
                .setReceivedAt(NOW)
                .build();

        assertThat(EngagementWeights.of(listen)).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({
        "LIKE, 2",
        "SAVE, 3",
        "SHARE, 4",
        "UNLIKE, 0",
        "UNSAVE, 0",
        "SKIP, 0",
        "FOLLOW, 0",
        "UNFOLLOW, 0",
        "UNKNOWN, 0"
    })
    void aReactionCountsByItsKind(ReactionKind kind, double weight) {
        assertThat(EngagementWeights.of(reaction(kind, TargetType.TRACK))).isEqualTo(weight);
    }

    @ParameterizedTest
    @EnumSource(value = TargetType.class, names = "TRACK", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotAboutATrackCountsForNone(TargetType targetType) {
        assertThat(EngagementWeights.of(reaction(ReactionKind.LIKE, targetType)))
                .isZero();
    }

    @Test
    void everyKindHasAWeight() {
        for (ReactionKind kind : ReactionKind.values()) {
            assertThat(EngagementWeights.of(reaction(kind, TargetType.TRACK))).isNotNegative();
        }
    }

    private static Reaction reaction(ReactionKind kind, TargetType targetType) {
        return Reaction.newBuilder()
                .setReactionId("r")
                .setUserId("u")
                .setKind(kind)
                .setTargetType(targetType)
                .setTargetId("t")
                .setOccurredAt(NOW)
                .setReceivedAt(NOW)
                .build();
    }
}
