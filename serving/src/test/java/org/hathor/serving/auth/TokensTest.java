package org.hathor.serving.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.hathor.contracts.UserId;
import org.hathor.engines.TestEngines;
import org.hathor.serving.Database;
import org.hathor.serving.ServingException;
import org.hathor.serving.StoreError;
import org.hathor.serving.users.User;
import org.hathor.serving.users.Users;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TokensTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static Database database;

    private final AtomicLong nanos = new AtomicLong();
    private final Tokens tokens = new Tokens(database, CLOCK, new SecureRandom(), nanos::get);
    private final User user =
            new Users(database, CLOCK).create("u" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeAll
    static void open() {
        database = Database.at(TestEngines.postgresJdbcUrl());
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aTokensSecretShowsWhoItsHolderIs() {
        IssuedToken issued = tokens.issue(user, Scope.INGEST, "importer");

        assertThat(tokens.caller(issued.secret())).contains(new Caller(user.id(), user.name(), Scope.INGEST));
        assertThat(tokens.caller(issued.secret() + "x")).isEmpty();
        assertThat(tokens.caller("")).isEmpty();
        assertThat(tokens.caller("x".repeat(10_000))).isEmpty();
    }

    @Test
    void theSecretIsNowhereInTheDatabaseNorInAnyText() {
        IssuedToken issued = tokens.issue(user, Scope.SELF, "phone");

        String rows = database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet all = statement.executeQuery("SELECT string_agg(t::text, ' ') FROM api_tokens t")) {
                all.next();
                return all.getString(1);
            }
        });
        assertThat(rows).contains("phone").doesNotContain(issued.secret());
        assertThat(issued.toString()).doesNotContain(issued.secret());
        assertThat(issued.secret())
                .hasSizeGreaterThan(43)
                .isNotEqualTo(tokens.issue(user, Scope.SELF, "x").secret());
    }

    @Test
    void aTokenEndedHereStopsAtOnce() {
        IssuedToken issued = tokens.issue(user, Scope.SELF, "phone");
        assertThat(tokens.caller(issued.secret())).isPresent();

        assertThat(tokens.revoke(user.id(), issued.token().id())).isTrue();

        assertThat(tokens.caller(issued.secret())).isEmpty();
        assertThat(tokens.of(user.id())).isEmpty();
        assertThat(tokens.revoke(user.id(), issued.token().id())).isFalse();
    }

    @Test
    void aTokenEndedElsewhereStopsWithinSeconds() {
        IssuedToken issued = tokens.issue(user, Scope.SELF, "phone");
        assertThat(tokens.caller(issued.secret())).isPresent();

        new Tokens(database, CLOCK, new SecureRandom())
                .revoke(user.id(), issued.token().id());

        assertThat(tokens.caller(issued.secret())).as("remembered").isPresent();
        nanos.addAndGet(Tokens.REMEMBERED.toNanos() + 1);
        assertThat(tokens.caller(issued.secret())).isEmpty();
    }

    @Test
    void nobodyEndsAnothersToken() {
        IssuedToken issued = tokens.issue(user, Scope.SELF, "phone");

        assertThat(tokens.revoke(new UserId("someone-else"), issued.token().id()))
                .isFalse();
        assertThat(tokens.of(user.id())).containsExactly(issued.token());
    }

    @Test
    void aTokenNeedsALabel() {
        for (String label : new String[] {null, "", "  ", "x".repeat(81)}) {
            assertThatThrownBy(() -> tokens.issue(user, Scope.SELF, label))
                    .isInstanceOfSatisfying(ServingException.class, refused -> assertThat(refused.code())
                            .isEqualTo(AuthError.TOKEN_LABEL_INVALID));
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNotATokenThatIsWrong() {
        try (Database away = Database.at("jdbc:postgresql://127.0.0.1:9/hathor?user=x&password=y")) {
            assertThatThrownBy(() -> new Tokens(away, CLOCK, new SecureRandom()).caller("hth_x"))
                    .isInstanceOfSatisfying(ServingException.class, refused -> assertThat(refused.code())
                            .isEqualTo(StoreError.STORE_UNAVAILABLE));
            assertThat(away.answers()).isFalse();
        }
    }

    @Test
    void aCallerWritesForItselfUnlessTrusted() {
        Caller self = new Caller(new UserId("a"), "A", Scope.SELF);
        Caller trusted = new Caller(new UserId("i"), "I", Scope.INGEST);
        assertThat(self.mayWriteFor(new UserId("a"))).isTrue();
        assertThat(self.mayWriteFor(new UserId("b"))).isFalse();
        assertThat(trusted.mayWriteFor(new UserId("b"))).isTrue();
        self.requireSelf(new UserId("a"));
        assertThatThrownBy(() -> trusted.requireSelf(new UserId("b"))).isInstanceOf(ServingException.class);
        assertThat(Optional.of(Scope.of("ingest"))).contains(Scope.INGEST);
    }
}
