package org.hathor.serving.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hathor.contracts.UserId;
import org.hathor.serving.Database;
import org.hathor.serving.ServingException;
import org.hathor.serving.users.User;

/**
 * Personal API tokens: 256 random bits, shown once and kept as their SHA-256. A hash without salt or stretching is
 * enough here, because nobody can guess 256 random bits.
 *
 * <p>Answers to {@link #caller} are remembered for {@link #REMEMBERED}, so a token revoked in another process works
 * that much longer; one revoked in this process stops at once.
 */
public final class Tokens {
    /** How long an answer is remembered. */
    public static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int REMEMBERED_MAX = 10_000;
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH_MAX = 128;
    private static final int LABEL_LENGTH_MAX = 80;
    private static final String SECRET_PREFIX = "hth_";

    private final SqlTokenStore store;
    private final Clock clock;
    private final SecureRandom random;
    private final Cache<ByteBuffer, Optional<Caller>> remembered;

    public Tokens(Database database, Clock clock, SecureRandom random) {
        this(database, clock, random, Ticker.systemTicker());
    }

    Tokens(Database database, Clock clock, SecureRandom random, Ticker ticker) {
        this.store = new SqlTokenStore(database);
        this.clock = Objects.requireNonNull(clock, "clock is null");
        this.random = Objects.requireNonNull(random, "random is null");
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    /**
     * Makes a token for that user.
     *
     * @param label what its owner calls it, 1 to 80 characters
     * @throws ServingException with {@link AuthError#TOKEN_LABEL_INVALID}
     */
    public IssuedToken issue(User user, Scope scope, String label) {
        if (label == null || label.isBlank() || label.length() > LABEL_LENGTH_MAX) {
            throw new ServingException(
                    AuthError.TOKEN_LABEL_INVALID,
                    "A token needs a label of 1 to %d characters".formatted(LABEL_LENGTH_MAX));
        }
        byte[] bits = new byte[SECRET_BYTES];
        random.nextBytes(bits);
        String secret = SECRET_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ApiToken token = new ApiToken(UUID.randomUUID(), user.id(), scope, label, now);
        store.insert(token, hash(secret));
        return new IssuedToken(token, secret);
    }

    /** Who holds that secret; empty when nobody does, or the token was revoked. */
    public Optional<Caller> caller(String secret) {
        if (secret == null || secret.isEmpty() || secret.length() > SECRET_LENGTH_MAX) {
            return Optional.empty();
        }
        byte[] hash = hash(secret);
        return remembered.get(ByteBuffer.wrap(hash), key -> store.caller(hash));
    }

    /** The user's tokens that were not revoked, newest first. */
    public List<ApiToken> of(UserId user) {
        return store.of(user);
    }

    /** Ends a token of that user. Whether there was one to end. */
    public boolean revoke(UserId user, UUID tokenId) {
        boolean revoked = store.revoke(user, tokenId, clock.instant());
        remembered.invalidateAll();
        return revoked;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
