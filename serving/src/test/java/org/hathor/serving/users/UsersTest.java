package org.hathor.serving.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hathor.contracts.UserId;
import org.hathor.engines.TestEngines;
import org.hathor.serving.Database;
import org.hathor.serving.ErrorCode;
import org.hathor.serving.ServingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsersTest {
    private static Database database;
    private final Users users =
            new Users(database, Clock.fixed(Instant.parse("2026-03-01T12:00:00.123456789Z"), ZoneOffset.UTC));

    @BeforeAll
    static void open() {
        database = Database.at(TestEngines.postgresJdbcUrl());
        database.migrate();
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aUserIsFoundByIdAndByNameInAnyCase() {
        User created = users.create("Miriam.M-1");

        assertThat(created.id()).isEqualTo(new UserId("miriam.m-1"));
        assertThat(users.find(created.id())).contains(created);
        assertThat(users.findByName("MIRIAM.m-1")).contains(created);
        assertThat(users.get(created.id())).isEqualTo(created);
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        users.create("Otto");
        assertThatThrownBy(() -> users.create("otto")).satisfies(refused -> code(refused, UserError.USER_NAME_TAKEN));
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertThat(users.find(new UserId("nobody"))).isEmpty();
        assertThat(users.findByName("nobody")).isEmpty();
        assertThatThrownBy(() -> users.get(new UserId("nobody")))
                .satisfies(refused -> code(refused, UserError.USER_NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-x", ".x", "ä", "a/b", "a'; DROP TABLE users; --"})
    void aNameIsAWordOfPlainLetters(String name) {
        assertThatThrownBy(() -> users.create(name)).satisfies(refused -> code(refused, UserError.USER_NAME_INVALID));
        assertThatThrownBy(() -> users.create("x".repeat(41)))
                .satisfies(refused -> code(refused, UserError.USER_NAME_INVALID));
    }

    private static void code(Throwable refused, ErrorCode code) {
        assertThat(((ServingException) refused).code()).isEqualTo(code);
    }
}
