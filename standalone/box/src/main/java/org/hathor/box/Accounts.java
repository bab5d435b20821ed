package org.hathor.box;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import org.hathor.serving.Database;
import org.hathor.serving.auth.IssuedToken;
import org.hathor.serving.auth.Scope;
import org.hathor.serving.auth.Tokens;
import org.hathor.serving.users.User;
import org.hathor.serving.users.Users;

/** The users and tokens of a running box, for the commands that make them. */
public final class Accounts {
    private static final String INGEST_USER = "box";

    private final String postgresJdbcUrl;

    private Accounts(String postgresJdbcUrl) {
        this.postgresJdbcUrl = postgresJdbcUrl;
    }

    /** A user with a token just made; the only time its secret is seen. */
    public record Account(String userId, String name, String scope, String token) {}

    /** The accounts of that box. */
    public static Accounts of(BoxState box) {
        return new Accounts(box.environment().get("POSTGRES_JDBC_URL"));
    }

    /** Creates a user and a first token. */
    public Account create(String name, String scope) {
        return inDatabase(
                database -> issue(database, new Users(database, Clock.systemUTC()).create(name), scope, "first"));
    }

    /** Gives a user one more token. */
    public Account token(String name, String scope) {
        return inDatabase(database -> issue(database, existing(database, name), scope, "command line"));
    }

    /** The id of the user of that name. */
    public String idOf(String name) {
        return inDatabase(database -> existing(database, name).id().value());
    }

    /** The id of the user of that name, who is created where there is none. */
    public String idOfOrNew(String name) {
        return inDatabase(database -> {
            Users users = new Users(database, Clock.systemUTC());
            return users.findByName(name)
                    .orElseGet(() -> users.create(name))
                    .id()
                    .value();
        });
    }

    /** A fresh token with which the box's own programs may write for any user. */
    public String ingestToken() {
        return inDatabase(database -> {
            Users users = new Users(database, Clock.systemUTC());
            User box = users.findByName(INGEST_USER).orElseGet(() -> users.create(INGEST_USER));
            return issue(database, box, Scope.INGEST.text(), "the box's programs")
                    .token();
        });
    }

    private static User existing(Database database, String name) {
        return new Users(database, Clock.systemUTC())
                .findByName(name)
                .orElseThrow(() -> new CommandException(
                        "there is no user '%s': create one with ./hathor user create".formatted(name)));
    }

    private static Account issue(Database database, User user, String scope, String label) {
        Scope reach;
        try {
            reach = Scope.of(scope);
        } catch (IllegalArgumentException e) {
            throw new CommandException("--scope must be self or ingest, not '%s'".formatted(scope), e);
        }
        IssuedToken issued = new Tokens(database, Clock.systemUTC(), new SecureRandom()).issue(user, reach, label);
        return new Account(user.id().value(), user.name(), reach.text(), issued.secret());
    }

    private <T> T inDatabase(Function<Database, T> work) {
        try (Database database = Database.at(postgresJdbcUrl)) {
            database.migrate();
            return work.apply(database);
        }
    }
}
