package org.hathor.serving.auth;

/**
 * A token just made. This is the only time its secret is to be seen.
 *
 * @param token what is known of it later
 * @param secret what its owner sends as {@code Authorization: Bearer <secret>}
 */
public record IssuedToken(ApiToken token, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "IssuedToken[token=%s, secret=***]".formatted(token);
    }
}
