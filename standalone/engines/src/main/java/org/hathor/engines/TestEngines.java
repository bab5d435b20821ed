package org.hathor.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Real engines for tests: each is started when it is first asked for, once per test JVM, in a temporary folder, and
 * goes when the JVM ends. Tests share them, so each works in a topic, database or key space of its own.
 */
public final class TestEngines {
    private static final List<Engine> STARTED = new ArrayList<>();
    private static final Engines ENGINES = scratch();
    private static final Once<KafkaEngine> KAFKA = new Once<>(ENGINES::startKafka);
    private static final Once<PostgresEngine> POSTGRES = new Once<>(ENGINES::startPostgres);
    private static final Once<RedisEngine> REDIS = new Once<>(ENGINES::startRedis);
    private static final Once<ClickHouseEngine> CLICKHOUSE = new Once<>(ENGINES::startClickHouse);

    private TestEngines() {}

    public static String kafkaBootstrap() {
        return KAFKA.get().bootstrap();
    }

    /** With user and password; database {@code hathor}. */
    public static String postgresJdbcUrl() {
        return POSTGRES.get().jdbcUrl();
    }

    /** With the password. */
    public static URI redisUrl() {
        return REDIS.get().url();
    }

    /** With user and password; database {@code hathor}. */
    public static String clickhouseJdbcUrl() {
        return CLICKHOUSE.get().jdbcUrl();
    }

    /** Where packed programs are unpacked to, for all tests of this checkout. */
    static Path unpacked() {
        return Path.of(System.getProperty("hathor.root", "."), "standalone/engines/target/unpacked")
                .toAbsolutePath();
    }

    private static Engines scratch() {
        Path data;
        try {
            data = Files.createTempDirectory("hathor-engines");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(data), "test-engines-end"));
        return Engines.scratch(data, unpacked(), System.getenv());
    }

    private static void end(Path data) {
        List<Engine> started;
        synchronized (STARTED) {
            started = List.copyOf(STARTED);
        }
        started.parallelStream().forEach(engine -> engine.process().stop(java.time.Duration.ZERO));
        try {
            Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine that is started by the first call. */
    private static final class Once<E extends Engine> implements Supplier<E> {
        private final Supplier<E> start;
        private E engine;

        Once(Supplier<E> start) {
            this.start = start;
        }

        @Override
        public synchronized E get() {
            if (engine == null) {
                engine = start.get();
                synchronized (STARTED) {
                    STARTED.add(engine);
                }
            }
            return engine;
        }
    }
}
