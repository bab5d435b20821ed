package org.hathor.api.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.hathor.contracts.Endpoints;
import org.hathor.gateway.EventPublisher;
import org.hathor.gateway.Gateway;
import org.hathor.serving.Database;
import org.hathor.serving.auth.Tokens;
import org.hathor.serving.users.Users;

/** Makes the clock, the stores, the gateway and the facades of users and tokens from the environment. */
@Factory
final class Engines {
    @Singleton
    @Requires(missingBeans = Endpoints.class)
    Endpoints endpoints() {
        return Endpoints.fromEnvironment(System.getenv());
    }

    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Bean(preDestroy = "close")
    Database database(Endpoints endpoints) {
        return Database.at(endpoints.postgresJdbcUrl());
    }

    @Singleton
    Users users(Database database, Clock clock) {
        return new Users(database, clock);
    }

    @Singleton
    Tokens tokens(Database database, Clock clock) {
        return new Tokens(database, clock, new SecureRandom());
    }

    @Singleton
    @Bean(preDestroy = "close")
    EventPublisher publisher(Endpoints endpoints) {
        return EventPublisher.to(endpoints.kafkaBootstrap());
    }

    @Singleton
    Gateway gateway(EventPublisher publisher, MeterRegistry meters, Clock clock) {
        return new Gateway(publisher, meters, clock);
    }
}
