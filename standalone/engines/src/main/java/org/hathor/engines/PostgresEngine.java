package org.hathor.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server with one database, {@code hathor}, whose commits are on disk when they are acknowledged. */
public final class PostgresEngine implements Engine {
    static final int USUAL_PORT = 5432;

    private static final String USER = "hathor";
    private static final String DATABASE = "hathor";
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration INITDB_MAX = Duration.ofMinutes(2);
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "50"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("io_method", "sync"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private final EngineProcess process;
    private final int port;
    private final String password;

    private PostgresEngine(EngineProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    static PostgresEngine start(Site site, int usualPort) {
        Path binaries = PostgresBinaries.unpacked(site.distribution());
        Unprivileged way = Unprivileged.forProgram(binaries.resolve("bin/postgres"));
        Path home = site.data().resolve("postgres");
        if (!Files.exists(home.resolve("PG_VERSION"))) {
            initialise(site, binaries, way, home);
        }
        try {
            way.own(home);
        } catch (IOException e) {
            throw new EngineException("cannot change the owner of %s: %s".formatted(home, e.getMessage()), e);
        }
        String password = site.secrets().text("postgres");
        Launch launch = Launch.of(
                site,
                "postgres",
                usualPort,
                START_MAX,
                port -> command(binaries, way, home, port),
                port -> accepts(port, password));
        return new PostgresEngine(launch.process(), launch.port(), password);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    /** With user and password as URL parameters. */
    public String jdbcUrl() {
        return url(port, DATABASE, password);
    }

    private static String url(int port, String database, String password) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s".formatted(port, database, USER, password);
    }

    private static ChildCommand command(Path binaries, Unprivileged way, Path home, int port) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("bin/postgres").toString(), "-D", home.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        // INT is its fast shutdown; TERM would wait until every client has gone.
        return ChildCommand.of("postgres", way.command(command)).withStopSignal("INT");
    }

    /**
     * Makes the cluster beside its place and moves it there when it is whole, so that a kill in between leaves none.
     */
    private static void initialise(Site site, Path binaries, Unprivileged way, Path home) {
        Path fresh = home.resolveSibling("postgres.new");
        Path passwordFile = site.secrets().file("postgres");
        try {
            Folders.delete(fresh);
            Files.createDirectories(fresh);
            way.own(fresh);
            // Its own copy, as the user that initdb runs as may not see the secrets.
            Path readable = home.resolveSibling("postgres.pw");
            Secrets.writePrivately(readable, Files.readString(passwordFile));
            way.own(readable);
            List<String> command = way.command(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + USER,
                    "--pwfile=" + readable,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions"));
            EngineProcess initdb = site.tether().start(ChildCommand.of("postgres-initdb", command));
            int status = initdb.onExit()
                    .orTimeout(INITDB_MAX.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .whenComplete((done, failure) -> initdb.stop(Duration.ZERO))
                    .join();
            Files.delete(readable);
            if (status != 0) {
                throw new EngineException(
                        "cannot make a PostgreSQL cluster: " + String.join(" ", initdb.lastLogLines(3)));
            }
            Files.move(fresh, home);
        } catch (IOException e) {
            throw new EngineException("cannot make a PostgreSQL cluster in %s: %s".formatted(home, e.getMessage()), e);
        }
    }

    private static boolean accepts(int port, String password) throws IOException {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres", password));
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
                if (found.next()) {
                    return true;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
            return true;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
