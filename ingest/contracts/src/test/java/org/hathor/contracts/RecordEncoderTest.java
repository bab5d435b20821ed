package org.hathor.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;

/** The fast writer against Avro's own. */
final class RecordEncoderTest {
    @Property(tries = 500)
    void listensHaveTheSameBytesEitherWay(@ForAll @From("listens") Listen listen) {
        assertThat(Contracts.LISTEN.encode(listen)).isEqualTo(Contracts.LISTEN.encodeGenerally(listen));
        assertThat(Contracts.LISTEN.decode(Contracts.LISTEN.encode(listen))).isEqualTo(listen);
    }

    @Property(tries = 100)
    void reactionsHaveTheSameBytesEitherWay(
            @ForAll ReactionKind kind, @ForAll TargetType target, @ForAll @From("times") Instant at) {
        Reaction reaction = new Reaction("r", "u", kind, target, "t", null, at, "DE", null, at);
        assertThat(Contracts.REACTION.encode(reaction)).isEqualTo(Contracts.REACTION.encodeGenerally(reaction));
    }

    @Example
    void onlyFlatRecordsHaveAFastWriter() {
        assertThat(RecordEncoder.of(Contracts.LISTEN.schema())).isPresent();
        assertThat(RecordEncoder.of(Contracts.NOW_PLAYING.schema())).isPresent();
        assertThat(RecordEncoder.of(Contracts.REACTION.schema())).isPresent();
        assertThat(RecordEncoder.of(Contracts.CATALOGUE_ENTRY.schema())).isEmpty();
        assertThat(RecordEncoder.of(Contracts.DEAD_LETTER.schema())).isEmpty();
        assertThat(RecordEncoder.of(Contracts.TRENDING_LIST.schema())).isEmpty();
    }

    @Example
    void anEventThatCannotBeWrittenLeavesNothingToTheNext() {
        Listen right = listen("l", "a", Instant.EPOCH, 1, null, SubscriptionTier.FREE, EndReason.ERROR, true);
        Listen wrong = listen(null, "a", Instant.EPOCH, 1, null, SubscriptionTier.FREE, EndReason.ERROR, true);

        assertThatThrownBy(() -> Contracts.LISTEN.encode(wrong)).isInstanceOf(NullPointerException.class);

        assertThat(Contracts.LISTEN.encode(right)).isEqualTo(Contracts.LISTEN.encodeGenerally(right));
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(-1_000_000_000_000L, 4_000_000_000_000L)
                .map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<Listen> listens() {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(300),
                        Arbitraries.strings().ofMaxLength(20).injectNull(0.5),
                        times(),
                        Arbitraries.longs(),
                        Arbitraries.longs().injectNull(0.5),
                        Arbitraries.of(SubscriptionTier.class),
                        Arbitraries.of(EndReason.class),
                        Arbitraries.of(true, false))
                .as(RecordEncoderTest::listen);
    }

    private static Listen listen(
            String id,
            String text,
            Instant at,
            long played,
            Long length,
            SubscriptionTier tier,
            EndReason end,
            Boolean offline) {
        return new Listen(
                id, id, id, text, at, played, length, text, text, text, text, text, tier, end, offline, Instant.EPOCH);
    }
}
