package org.hathor.serving.auth;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hathor.contracts.UserId;
import org.hathor.serving.Database;

/** Tokens in PostgreSQL, by the hash of their secret. */
final class SqlTokenStore {
    private final Database database;

    SqlTokenStore(Database database) {
        this.database = Objects.requireNonNull(database, "database is null");
    }

    void insert(ApiToken token, byte[] hash) {
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO api_tokens (token_hash, token_id, user_id, scope, label, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setBytes(1, hash);
                insert.setObject(2, token.id());
                insert.setString(3, token.userId().value());
                insert.setString(4, token.scope().text());
                insert.setString(5, token.label());
                insert.setObject(6, OffsetDateTime.ofInstant(token.createdAt(), ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    Optional<Caller> caller(byte[] hash) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT user_id, name, scope FROM api_tokens JOIN users USING (user_id)"
                            + " WHERE token_hash = ? AND revoked_at IS NULL")) {
                select.setBytes(1, hash);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Caller(
                                    new UserId(rows.getString(1)), rows.getString(2), Scope.of(rows.getString(3))))
                            : Optional.empty();
                }
            }
        });
    }

    List<ApiToken> of(UserId user) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT token_id, scope, label, created_at FROM api_tokens"
                            + " WHERE user_id = ? AND revoked_at IS NULL ORDER BY created_at DESC, token_id LIMIT 1000")) {
                select.setString(1, user.value());
                try (ResultSet rows = select.executeQuery()) {
                    List<ApiToken> tokens = new ArrayList<>();
                    while (rows.next()) {
                        tokens.add(new ApiToken(
                                rows.getObject(1, UUID.class),
                                user,
                                Scope.of(rows.getString(2)),
                                rows.getString(3),
                                rows.getObject(4, OffsetDateTime.class).toInstant()));
                    }
                    return List.copyOf(tokens);
                }
            }
        });
    }

    boolean revoke(UserId user, UUID tokenId, Instant now) {
        return database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE api_tokens SET revoked_at = ? WHERE user_id = ? AND token_id = ? AND revoked_at IS NULL")) {
                update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                update.setString(2, user.value());
                update.setObject(3, tokenId);
                return update.executeUpdate() == 1;
            }
        });
    }
}
