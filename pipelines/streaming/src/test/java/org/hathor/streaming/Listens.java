package org.hathor.streaming;

import java.time.Duration;
import java.time.Instant;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.playback.Listen;

/** Listens for tests. */
public final class Listens {
    static {
        // Avro trusts the generated classes once the contracts are loaded
        Contracts.all();
    }

    private Listens() {}

    /** A listen of some track, received at an instant, begun some time before. */
    public static Listen listen(String user, String id, Instant receivedAt, Duration age) {
        return Listen.newBuilder()
                .setUserId(user)
                .setListenId(id)
                .setTrackId("track")
                .setStartedAt(receivedAt.minus(age))
                .setMsPlayed(30_000)
                .setReceivedAt(receivedAt)
                .build();
    }
}
