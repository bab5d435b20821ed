package org.hathor.contracts;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Where the engines are and the few settings that every process must agree on, read from the environment so that the
 * same artifact runs in the box and on a cluster.
 *
 * @param kafkaBootstrap {@code KAFKA_BOOTSTRAP}, host:port list
 * @param postgresJdbcUrl {@code POSTGRES_JDBC_URL}, with user and password as URL parameters
 * @param redisUrl {@code REDIS_URL}
 * @param clickhouseJdbcUrl {@code CLICKHOUSE_JDBC_URL}, including the database
 * @param lakeWarehouse {@code LAKE_WAREHOUSE}, a folder or an object-store URI
 * @param flinkUrl {@code FLINK_URL}, Flink's REST address
 * @param listenHorizon {@code HATHOR_LISTEN_HORIZON}: a listen that began longer before its receipt than this takes the
 *     historical path; default 48 hours
 * @param audioObjects {@code AUDIO_OBJECTS}, the folder of the catalogue's audio objects, one {@code <trackId>.<ext>} a
 *     track; default {@code objects/audio} below {@code HATHOR_DATA}
 */
public record Endpoints(
        String kafkaBootstrap,
        String postgresJdbcUrl,
        URI redisUrl,
        String clickhouseJdbcUrl,
        String lakeWarehouse,
        URI flinkUrl,
        Duration listenHorizon,
        String audioObjects) {
    public static final Duration LISTEN_HORIZON_DEFAULT = Duration.ofHours(48);

    /** Where audio objects lie below the data folder, unless the environment says otherwise. */
    public static final String AUDIO_OBJECTS_DEFAULT = "objects/audio";

    public Endpoints {
        Objects.requireNonNull(kafkaBootstrap, "kafkaBootstrap is null");
        Objects.requireNonNull(postgresJdbcUrl, "postgresJdbcUrl is null");
        Objects.requireNonNull(redisUrl, "redisUrl is null");
        Objects.requireNonNull(clickhouseJdbcUrl, "clickhouseJdbcUrl is null");
        Objects.requireNonNull(lakeWarehouse, "lakeWarehouse is null");
        Objects.requireNonNull(flinkUrl, "flinkUrl is null");
        Objects.requireNonNull(audioObjects, "audioObjects is null");
        if (listenHorizon.compareTo(Duration.ofMinutes(1)) < 0 || listenHorizon.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "HATHOR_LISTEN_HORIZON must be between PT1M and P7D, not %s".formatted(listenHorizon));
        }
    }

    /** With audio objects at their usual place below {@code .hathor}. */
    public Endpoints(
            String kafkaBootstrap,
            String postgresJdbcUrl,
            URI redisUrl,
            String clickhouseJdbcUrl,
            String lakeWarehouse,
            URI flinkUrl,
            Duration listenHorizon) {
        this(
                kafkaBootstrap,
                postgresJdbcUrl,
                redisUrl,
                clickhouseJdbcUrl,
                lakeWarehouse,
                flinkUrl,
                listenHorizon,
                audioObjects(Map.of()));
    }

    /** @throws IllegalArgumentException naming the variable that is missing or malformed */
    public static Endpoints fromEnvironment(Map<String, String> environment) {
        return new Endpoints(
                required(environment, "KAFKA_BOOTSTRAP"),
                required(environment, "POSTGRES_JDBC_URL"),
                URI.create(required(environment, "REDIS_URL")),
                required(environment, "CLICKHOUSE_JDBC_URL"),
                required(environment, "LAKE_WAREHOUSE"),
                URI.create(required(environment, "FLINK_URL")),
                horizon(environment.get("HATHOR_LISTEN_HORIZON")),
                audioObjects(environment));
    }

    /** The same settings as environment variables, for a child process. */
    public Map<String, String> toEnvironment() {
        return Map.of(
                "KAFKA_BOOTSTRAP", kafkaBootstrap,
                "POSTGRES_JDBC_URL", postgresJdbcUrl,
                "REDIS_URL", redisUrl.toString(),
                "CLICKHOUSE_JDBC_URL", clickhouseJdbcUrl,
                "LAKE_WAREHOUSE", lakeWarehouse,
                "FLINK_URL", flinkUrl.toString(),
                "HATHOR_LISTEN_HORIZON", listenHorizon.toString(),
                "AUDIO_OBJECTS", audioObjects);
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "Endpoints[kafka=%s, postgres=%s, redis=%s, clickhouse=%s, lake=%s, flink=%s, listenHorizon=%s, audioObjects=%s]"
                .formatted(
                        kafkaBootstrap,
                        redact(postgresJdbcUrl),
                        redact(redisUrl.toString()),
                        redact(clickhouseJdbcUrl),
                        lakeWarehouse,
                        flinkUrl,
                        listenHorizon,
                        audioObjects);
    }

    private static String redact(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("(//[^:/@]*:)[^@/]*@", "$1***@");
    }

    private static String audioObjects(Map<String, String> environment) {
        String given = environment.get("AUDIO_OBJECTS");
        return given == null || given.isBlank()
                ? Path.of(environment.getOrDefault("HATHOR_DATA", ".hathor"), AUDIO_OBJECTS_DEFAULT)
                        .toString()
                : given;
    }

    private static Duration horizon(String text) {
        if (text == null || text.isBlank()) {
            return LISTEN_HORIZON_DEFAULT;
        }
        try {
            return Duration.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "HATHOR_LISTEN_HORIZON must be an ISO 8601 duration such as PT48H, not '%s'".formatted(text), e);
        }
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("environment variable %s is not set".formatted(name));
        }
        return value;
    }
}
