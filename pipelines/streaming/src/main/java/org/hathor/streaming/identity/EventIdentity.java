package org.hathor.streaming.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.util.function.SerializableFunction;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.playback.Listen;

/**
 * What makes two events of a kind the same one: one user, one id.
 *
 * @param type the class of the events
 * @param userId whose event it is; the stream is keyed by it
 * @param id the client's id, unique for its user
 * @param receivedAt when the gateway took it
 * @param <T> the kind of event, or as much of it as a job needs
 */
public record EventIdentity<T>(
        Class<T> type,
        SerializableFunction<T, String> userId,
        SerializableFunction<T, EventId> id,
        SerializableFunction<T, Instant> receivedAt)
        implements Serializable {
    /** A listen is (userId, listenId). */
    public static final EventIdentity<Listen> LISTEN = new EventIdentity<>(
            Listen.class, Listen::getUserId, listen -> EventId.of(listen.getListenId()), Listen::getReceivedAt);

    /** A reaction is (userId, reactionId). */
    public static final EventIdentity<Reaction> REACTION = new EventIdentity<>(
            Reaction.class,
            Reaction::getUserId,
            reaction -> EventId.of(reaction.getReactionId()),
            Reaction::getReceivedAt);

    public EventIdentity {
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(userId, "userId is null");
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(receivedAt, "receivedAt is null");
    }
}
