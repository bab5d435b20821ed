package org.hathor.serving.users;

import java.time.Instant;
import org.hathor.contracts.UserId;

/**
 * Someone who listens.
 *
 * @param id what every event of theirs carries; it never changes
 * @param name what people see
 * @param createdAt when they came
 */
public record User(UserId id, String name, Instant createdAt) {}
