package org.hathor.warehouse;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** ClickHouse's HTTP interface, as far as bulk writing and definitions need it. May be used by several threads. */
final class WarehouseHttp {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    /**
     * ClickHouse's error codes that say "not now": timeouts, too many queries or parts, memory, read-only for a while,
     * a server that is starting or stopping, and lost Keeper sessions.
     */
    private static final Set<String> TRANSIENT_CODES = Set.of(
            "159", "160", "202", "209", "210", "236", "241", "242", "243", "252", "319", "394", "425", "735", "999");

    private final WarehouseAddress address;
    private final HttpClient client;

    WarehouseHttp(WarehouseAddress address) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /** Runs a statement that answers nothing, in the given database. */
    void execute(String database, String sql) {
        post(Map.of("database", database), BodyPublishers.ofString(sql));
    }

    /** Runs an {@code INSERT … FORMAT …} whose rows are the body. */
    void insert(String sql, BodyPublisher rows) {
        post(Map.of("database", address.database(), "query", sql), rows);
    }

    private void post(Map<String, String> parameters, BodyPublisher body) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.http() + query.toString()))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", "Basic " + credentials())
                .POST(body)
                .build();
        HttpResponse<String> response;
        try {
            response = client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw WarehouseException.unavailable("ClickHouse at %s does not answer: %s".formatted(address, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WarehouseException.unavailable("interrupted while ClickHouse worked", e);
        }
        check(response);
    }

    private void check(HttpResponse<String> response) {
        String code =
                response.headers().firstValue("X-ClickHouse-Exception-Code").orElse("");
        if (response.statusCode() == 200 && code.isEmpty()) {
            return;
        }
        String message = "ClickHouse at %s answered %d: %s"
                .formatted(address, response.statusCode(), response.body().strip());
        boolean transientFault = code.isEmpty()
                ? response.statusCode() >= 500 || response.statusCode() == 429
                : TRANSIENT_CODES.contains(code);
        throw transientFault
                ? WarehouseException.unavailable(message, null)
                : WarehouseException.refused(message, null);
    }

    private String credentials() {
        return Base64.getEncoder()
                .encodeToString((address.user() + ":" + address.password()).getBytes(StandardCharsets.UTF_8));
    }
}
