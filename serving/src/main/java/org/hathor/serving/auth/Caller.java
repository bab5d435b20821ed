package org.hathor.serving.auth;

import java.util.Map;
import org.hathor.contracts.UserId;
import org.hathor.serving.ServingException;

/**
 * Who is asking, as their token shows.
 *
 * @param userId the token's user
 * @param userName that user's name
 * @param scope how far the token reaches
 */
public record Caller(UserId userId, String userName, Scope scope) {
    /** Whether this caller may write events of that user. */
    public boolean mayWriteFor(UserId user) {
        return scope == Scope.INGEST || userId.equals(user);
    }

    /**
     * Demands that what is asked for is the caller's own.
     *
     * @throws ServingException with {@link AuthError#FORBIDDEN}
     */
    public void requireSelf(UserId owner) {
        if (!userId.equals(owner)) {
            throw new ServingException(
                    AuthError.FORBIDDEN,
                    "This is personal to '%s': use a token of that user".formatted(owner),
                    Map.of("userId", owner.value()));
        }
    }
}
