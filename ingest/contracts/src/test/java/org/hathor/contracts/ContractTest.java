package org.hathor.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Property(tries = 200)
    void anEventComesBackAsItWent(
            @ForAll String device,
            @ForAll @LongRange(min = 0, max = 86_400_000) long msPlayed,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long startedAtMs,
            @ForAll boolean offline) {
        Listen listen = listen(device, msPlayed, Instant.ofEpochMilli(startedAtMs), offline);
        assertThat(Contracts.LISTEN.decode(Contracts.LISTEN.encode(listen))).isEqualTo(listen);
    }

    @Property(tries = 200)
    void damagedBytesAreNamedMalformedOrAreStillAListen(
            @ForAll @IntRange(min = 0, max = 60) int at, @ForAll byte value) {
        byte[] bytes = Contracts.LISTEN.encode(listen("phone", 1000, Instant.EPOCH, false));
        bytes[at % bytes.length] = value;
        try {
            assertThat(Contracts.LISTEN.decode(bytes)).isInstanceOf(Listen.class);
        } catch (MalformedEventException e) {
            assertThat(e).hasMessageContaining("Listen");
        }
    }

    @Test
    void theKeyIsTheUserSoThatOneUsersEventsStayInOrder() {
        assertThat(Contracts.LISTEN.key(listen(null, 1, Instant.EPOCH, true))).isEqualTo("ada");
    }

    @Test
    void bytesOfAnotherKindAreRefused() {
        byte[] text = "not an event".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Contracts.LISTEN.decode(text)).isInstanceOf(MalformedEventException.class);
        byte[] listen = Contracts.LISTEN.encode(listen(null, 1, Instant.EPOCH, true));
        assertThatThrownBy(() -> Contracts.REACTION.decode(listen)).isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> Contracts.LISTEN.decode(Arrays.copyOf(listen, 9)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> Contracts.LISTEN.decode(new byte[0])).isInstanceOf(MalformedEventException.class);
    }

    private static Listen listen(String device, long msPlayed, Instant startedAt, boolean offline) {
        return Listen.newBuilder()
                .setListenId("l1")
                .setUserId("ada")
                .setTrackId("t1")
                .setStartedAt(startedAt)
                .setMsPlayed(msPlayed)
                .setDevice(device)
                .setSubscriptionTier(SubscriptionTier.FREE)
                .setEndReason(EndReason.FINISHED)
                .setOffline(offline)
                .setReceivedAt(startedAt)
                .build();
    }
}
