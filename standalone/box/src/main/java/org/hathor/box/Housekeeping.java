package org.hathor.box;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hathor.contracts.Endpoints;
import org.hathor.warehouse.Warehouse;
import org.hathor.warehouse.WarehouseException;

/**
 * What a box does by itself that a cluster's scheduler does otherwise: once an hour, if listens came by the historical
 * path since the last time, it merges them into the lake. (The API shows them at once; only the lake waits.)
 */
final class Housekeeping {
    static final Duration EVERY_DEFAULT = Duration.ofHours(1);

    private final BoxSettings settings;
    private final BoxState box;
    private final Console console;
    private final Clock clock;
    private final Duration every;

    Housekeeping(BoxSettings settings, BoxState box, Console console, Clock clock, Duration every) {
        this.settings = settings;
        this.box = box;
        this.console = console;
        this.clock = clock;
        this.every = every;
    }

    /** Goes on in the background until the process ends. */
    void start() {
        Thread thread = new Thread(this::goOn, "housekeeping");
        thread.setDaemon(true);
        thread.start();
    }

    private void goOn() {
        Instant merged = clock.instant();
        try {
            while (true) {
                Thread.sleep(every.toMillis());
                Instant now = clock.instant();
                if (lateSince(merged) && merge()) {
                    merged = now;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lateSince(Instant since) {
        Duration horizon = Duration.parse(
                box.environment().getOrDefault("HATHOR_LISTEN_HORIZON", Endpoints.LISTEN_HORIZON_DEFAULT.toString()));
        try (Warehouse warehouse = Warehouse.open(box.environment().get("CLICKHOUSE_JDBC_URL"));
                Connection connection = warehouse.connection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT count() FROM listens WHERE received_at > fromUnixTimestamp64Milli(?)"
                                + " AND dateDiff('millisecond', started_at, received_at) > ?")) {
            select.setLong(1, since.toEpochMilli());
            select.setLong(2, horizon.toMillis());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() && rows.getLong(1) > 0;
            }
        } catch (SQLException | WarehouseException e) {
            console.step("housekeeping: ClickHouse does not answer (%s); next try in %s", e.getMessage(), every);
            return false;
        }
    }

    private boolean merge() throws InterruptedException {
        Path log = settings.logs().resolve("merge-history.log");
        try {
            Process job = new ProgramRun(settings.root(), settings.data(), box)
                    .start(
                            Program.BATCH,
                            List.of("merge-history"),
                            ProcessBuilder.Redirect.to(log.toFile()),
                            ProcessBuilder.Redirect.appendTo(log.toFile()));
            int status = job.waitFor();
            console.step("housekeeping: merge-history ended with status %d (see %s)", status, log);
            return status == 0;
        } catch (IOException e) {
            console.step("housekeeping: merge-history could not be started: %s", e.getMessage());
            return false;
        }
    }
}
