package org.hathor.gateway;

import java.util.Objects;
import org.hathor.contracts.UserId;

/**
 * Who sends events.
 *
 * @param userId the user that events without one belong to
 * @param reach for whom this sender may write
 */
public record Sender(UserId userId, Reach reach) {
    /** For whom a sender may write. */
    public enum Reach {
        /** For its own user. */
        SELF,
        /** For every user, and about the catalogue: a trusted source. */
        EVERYONE
    }

    public Sender {
        Objects.requireNonNull(userId, "userId is null");
        Objects.requireNonNull(reach, "reach is null");
    }

    boolean mayWriteFor(String user) {
        return reach == Reach.EVERYONE || userId.value().equals(user);
    }

    boolean mayDescribeCatalogue() {
        return reach == Reach.EVERYONE;
    }
}
