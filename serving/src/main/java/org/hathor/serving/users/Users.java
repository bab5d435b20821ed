package org.hathor.serving.users;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hathor.contracts.UserId;
import org.hathor.serving.Database;
import org.hathor.serving.ServingException;

/**
 * The people of the platform.
 *
 * <p>A user's id is the name they were created with, in lower case, so that whoever writes events before the user has
 * logged in anywhere (an import by {@code --user me}) means the same person. A later change of name leaves the id.
 */
public final class Users {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final Database database;
    private final Clock clock;

    public Users(Database database, Clock clock) {
        this.database = Objects.requireNonNull(database, "database is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    /**
     * @param name 1 to 40 letters, digits, dots, underscores and hyphens, beginning with a letter or digit
     * @throws ServingException with {@link UserError#USER_NAME_INVALID} or {@link UserError#USER_NAME_TAKEN}
     */
    public User create(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new ServingException(
                    UserError.USER_NAME_INVALID,
                    "A name has 1 to 40 letters, digits, '.', '_' or '-' and begins with a letter or digit");
        }
        // PostgreSQL keeps microseconds: what is returned must equal what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        User user = new User(new UserId(name.toLowerCase(Locale.ROOT)), name, now);
        boolean inserted = database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO users (user_id, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setString(1, user.id().value());
                insert.setString(2, user.name());
                insert.setObject(3, OffsetDateTime.ofInstant(user.createdAt(), ZoneOffset.UTC));
                return insert.executeUpdate() == 1;
            }
        });
        if (!inserted) {
            throw new ServingException(
                    UserError.USER_NAME_TAKEN,
                    "There is a user named '%s' already: choose another name".formatted(name),
                    Map.of("name", name));
        }
        return user;
    }

    /** The user with that id, if there is one. */
    public Optional<User> find(UserId id) {
        return find("SELECT user_id, name, created_at FROM users WHERE user_id = ?", id.value());
    }

    /** The user with that name, whatever its case, if there is one. */
    public Optional<User> findByName(String name) {
        return find("SELECT user_id, name, created_at FROM users WHERE lower(name) = lower(?)", name);
    }

    /** @throws ServingException with {@link UserError#USER_NOT_FOUND} */
    public User get(UserId id) {
        return find(id).orElseThrow(() -> new ServingException(
                UserError.USER_NOT_FOUND, "There is no user '%s'".formatted(id), Map.of("userId", id.value())));
    }

    private Optional<User> find(String sql, String argument) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, argument);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(user(rows)) : Optional.empty();
                }
            }
        });
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getString(1)),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
