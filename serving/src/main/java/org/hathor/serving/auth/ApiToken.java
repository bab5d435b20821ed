package org.hathor.serving.auth;

import java.time.Instant;
import java.util.UUID;
import org.hathor.contracts.UserId;

/**
 * A token as it is listed: without its secret, which nobody can recover.
 *
 * @param id names the token, to revoke it
 * @param userId whose it is
 * @param scope how far it reaches
 * @param label what its owner calls it
 * @param createdAt when it was issued
 */
public record ApiToken(UUID id, UserId userId, Scope scope, String label, Instant createdAt) {}
