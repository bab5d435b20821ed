package org.hathor.api.platform;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micronaut.context.annotation.Factory;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.hathor.contracts.Endpoints;
import org.hathor.serving.Database;
import org.hathor.warehouse.Warehouse;

/** One indicator for each engine, and one for what {@link Preparation} still has to do. */
@Factory
final class Health {
    private static final Duration ANSWER_MAX = Duration.ofMillis(1_500);

    private final Endpoints endpoints;
    private final ExecutorService threads;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();
    private Admin kafka;
    private RedisClient redis;

    Health(Endpoints endpoints, @Named(TaskExecutors.IO) ExecutorService threads) {
        this.endpoints = endpoints;
        this.threads = threads;
    }

    @Singleton
    @Named("kafka")
    HealthIndicator kafka() {
        return indicator("kafka", endpoints.kafkaBootstrap(), () -> admin().describeCluster()
                .nodes()
                .get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Singleton
    @Named("postgres")
    HealthIndicator postgres(Database database) {
        return indicator("postgres", address(endpoints.postgresJdbcUrl()), () -> {
            if (!database.answers()) {
                throw new IOException("no answer");
            }
        });
    }

    @Singleton
    @Named("redis")
    HealthIndicator redis() {
        return indicator("redis", endpoints.redisUrl().getAuthority().replaceAll(".*@", ""), () -> {
            try (StatefulRedisConnection<String, String> connection =
                    redisClient().connect()) {
                connection.sync().ping();
            }
        });
    }

    @Singleton
    @Named("clickhouse")
    HealthIndicator clickhouse(Warehouse warehouse) {
        return indicator("clickhouse", address(endpoints.clickhouseJdbcUrl()), warehouse::ping);
    }

    @Singleton
    @Named("flink")
    HealthIndicator flink() {
        return indicator("flink", endpoints.flinkUrl().getAuthority(), () -> {
            URI overview = endpoints.flinkUrl().resolve("/overview");
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(overview).timeout(ANSWER_MAX).build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IOException("answers " + answer.statusCode());
            }
        });
    }

    @Singleton
    @Named("preparation")
    HealthIndicator preparation(Preparation preparation) {
        return indicator("preparation", "at start", () -> {
            List<String> open = preparation.open();
            if (!open.isEmpty()) {
                throw new IOException("not ready: " + String.join(", ", open));
            }
        });
    }

    @PreDestroy
    synchronized void stop() {
        if (kafka != null) {
            kafka.close(Duration.ZERO);
        }
        if (redis != null) {
            redis.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    private HealthIndicator indicator(String name, String address, EngineHealth.Check check) {
        return new EngineHealth(name, address, check, threads);
    }

    private synchronized Admin admin() {
        if (kafka == null) {
            kafka = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    endpoints.kafkaBootstrap(),
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    (int) ANSWER_MAX.toMillis(),
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    (int) ANSWER_MAX.toMillis(),
                    AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                    500L));
        }
        return kafka;
    }

    private synchronized RedisClient redisClient() {
        if (redis == null) {
            RedisURI uri = RedisURI.create(endpoints.redisUrl());
            uri.setTimeout(ANSWER_MAX);
            redis = RedisClient.create(uri);
        }
        return redis;
    }

    /** Of {@code jdbc:x://host:port/database?secrets} what may be shown. */
    private static String address(String jdbcUrl) {
        return jdbcUrl.replaceAll("^jdbc:[a-z]+:(?:https?:)?//", "")
                .replaceAll("[/?].*", "")
                .replaceAll(".*@", "");
    }
}
