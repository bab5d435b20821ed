package org.hathor.warehouse;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where ClickHouse listens for HTTP, as its JDBC URL says:
 * {@code jdbc:clickhouse://host:port/database?user=&password=}.
 *
 * @param http scheme, host and port
 * @param database the database, {@code default} where the URL names none
 * @param user {@code default} where the URL names none
 * @param password empty where the URL names none
 */
record WarehouseAddress(URI http, String database, String user, String password) {
    private static final int PORT_DEFAULT = 8123;
    private static final int SECURE_PORT_DEFAULT = 8443;

    WarehouseAddress {
        Objects.requireNonNull(http, "http is null");
        Objects.requireNonNull(database, "database is null");
        Objects.requireNonNull(user, "user is null");
        Objects.requireNonNull(password, "password is null");
        if (!database.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "'%s' is no name for a ClickHouse database: use letters, digits and _".formatted(database));
        }
    }

    /** @throws IllegalArgumentException when it is no ClickHouse JDBC URL; the message holds no password */
    static WarehouseAddress parse(String jdbcUrl) {
        String rest = withoutPrefix(Objects.requireNonNull(jdbcUrl, "jdbcUrl is null"));
        URI uri;
        try {
            uri = URI.create(rest.startsWith("//") ? "http:" + rest : rest);
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
        if (uri.getHost() == null) {
            throw notAnAddress();
        }
        Map<String, String> parameters = parameters(uri.getRawQuery());
        boolean secure =
                "https".equals(uri.getScheme()) || Boolean.parseBoolean(parameters.getOrDefault("ssl", "false"));
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? SECURE_PORT_DEFAULT : PORT_DEFAULT;
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new WarehouseAddress(
                URI.create("%s://%s:%d/".formatted(secure ? "https" : "http", uri.getHost(), port)),
                path.isEmpty() ? parameters.getOrDefault("database", "default") : path,
                parameters.getOrDefault("user", "default"),
                parameters.getOrDefault("password", ""));
    }

    private static String withoutPrefix(String jdbcUrl) {
        for (String prefix : new String[] {"jdbc:clickhouse:", "jdbc:ch:"}) {
            if (jdbcUrl.startsWith(prefix)) {
                return jdbcUrl.substring(prefix.length());
            }
        }
        throw notAnAddress();
    }

    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException(
                "not a ClickHouse address: give one such as jdbc:clickhouse://localhost:8123/hathor");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return http + database;
    }
}
