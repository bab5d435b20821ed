package org.hathor.streaming.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.playback.Listen;
import org.hathor.engines.TestEngines;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.hathor.warehouse.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the real engine. */
class ClickHouseSinkTest {
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    private static Warehouse warehouse;

    private final String user = "sink-" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        warehouse = Warehouse.open(TestEngines.clickhouseJdbcUrl());
        warehouse.migrate();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    @Test
    void everyRowIsThereOnceThoughTheJobFailedInBetween() throws Exception {
        String whose = user;
        int listens = 20_000;
        Configuration configuration = new Configuration()
                .set(PipelineOptions.OBJECT_REUSE, true)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100))
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        GeneratorFunction<Long, Listen> numbered = number -> listen(whose, number);
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                numbered,
                                listens,
                                RateLimiterStrategy.perSecond(10_000),
                                new EventTypeInformation<>(Listen.class)),
                        WatermarkStrategy.noWatermarks(),
                        "listens")
                .filter(listen -> {
                    if (listen.getListenId().equals("12000") && !FAILED.getAndSet(true)) {
                        throw new IllegalStateException("a failure on purpose");
                    }
                    return true;
                })
                .sinkTo(new ClickHouseSink<>(Contracts.LISTEN, TestEngines.clickhouseJdbcUrl()));
        environment.execute();

        assertThat(count("FINAL")).isEqualTo(listens);
        assertThat(FAILED).isTrue();
    }

    @Test
    void eventsThatAreNotKeptHaveNoSink() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClickHouseSink<>(Contracts.NOW_PLAYING, "jdbc:clickhouse://127.0.0.1/x"));
    }

    private long count(String modifier) throws SQLException {
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count() FROM listens %s WHERE user_id = '%s'".formatted(modifier, user))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Listen listen(String user, long number) {
        assertThat(Contracts.all()).isNotEmpty();
        Instant startedAt = Instant.parse("2026-01-31T12:00:00Z").plus(number, ChronoUnit.MILLIS);
        return Listen.newBuilder()
                .setUserId(user)
                .setListenId(Long.toString(number))
                .setTrackId("track")
                .setStartedAt(startedAt)
                .setMsPlayed(30_000)
                .setReceivedAt(startedAt.plusSeconds(60))
                .build();
    }
}
