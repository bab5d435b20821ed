package org.hathor.box;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hathor.contracts.Endpoints;

/**
 * How one box is to be started.
 *
 * @param root the checkout, or wherever the built modules lie
 * @param data the folder that holds everything the box must find again
 * @param httpPort the port of the web page and the API; 0 takes a free one
 * @param parts which components are wanted
 * @param external engines that are given by address instead of being started, by the name of their environment variable
 */
public record BoxSettings(Path root, Path data, int httpPort, Parts parts, Map<String, String> external) {
    public static final int HTTP_PORT_DEFAULT = 8080;

    /** Which components a box has. */
    public enum Parts {
        ALL,
        /** Everything that takes events in, and nothing that works on them: what the ingest benchmark measures. */
        WITHOUT_STREAMING
    }

    /** The engines that may be given by address. */
    private static final List<String> GIVEN_BY_ADDRESS =
            List.of("KAFKA_BOOTSTRAP", "POSTGRES_JDBC_URL", "REDIS_URL", "CLICKHOUSE_JDBC_URL");

    public BoxSettings {
        Objects.requireNonNull(root, "root is null");
        Objects.requireNonNull(data, "data is null");
        if (httpPort < 0 || httpPort > 65535) {
            throw new IllegalArgumentException("--http-port must be 0 to 65535, not " + httpPort);
        }
        external = Map.copyOf(external);
    }

    /** Settings with the engines that the environment gives by address. */
    public static BoxSettings of(Path root, Path data, int httpPort, Map<String, String> environment) {
        Map<String, String> external = new HashMap<>();
        for (String name : GIVEN_BY_ADDRESS) {
            String address = environment.get(name);
            if (address != null && !address.isBlank()) {
                external.put(name, address);
            }
        }
        return new BoxSettings(root, data.toAbsolutePath().normalize(), httpPort, Parts.ALL, external);
    }

    /** A box of its own beside any other: in that folder, on any free port, every engine started. */
    public static BoxSettings scratch(Path root, Path data, Parts parts) {
        return new BoxSettings(root, data.toAbsolutePath().normalize(), 0, parts, Map.of());
    }

    /** The address of an engine that is not to be started. */
    Optional<String> external(String variable) {
        return Optional.ofNullable(external.get(variable));
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** Where the lake's files lie: the environment's LAKE_WAREHOUSE, or a folder of the box. */
    String lakeWarehouse(Map<String, String> environment) {
        String given = environment.get("LAKE_WAREHOUSE");
        return given == null || given.isBlank() ? data.resolve("lake").toString() : given;
    }

    /** Where the catalogue's audio objects lie: the environment's AUDIO_OBJECTS, or a folder of the box. */
    String audioObjects(Map<String, String> environment) {
        String given = environment.get("AUDIO_OBJECTS");
        return given == null || given.isBlank()
                ? data.resolve(Endpoints.AUDIO_OBJECTS_DEFAULT).toString()
                : given;
    }
}
