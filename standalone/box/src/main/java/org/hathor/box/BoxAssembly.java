package org.hathor.box;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hathor.contracts.Endpoints;
import org.hathor.engines.Engine;
import org.hathor.engines.Engines;

/** Puts a box together: which components there are, in which order they start, and what each is told of the others. */
final class BoxAssembly {
    private static final int FLINK_PORT = 8081;

    private final BoxSettings settings;
    private final Engines engines;
    private final Map<String, String> environment = new ConcurrentHashMap<>();

    private BoxAssembly(BoxSettings settings, Map<String, String> given) {
        this.settings = settings;
        this.engines = Engines.in(settings.data());
        environment.put("HATHOR_DATA", settings.data().toString());
        environment.put("LAKE_WAREHOUSE", settings.lakeWarehouse(given));
        environment.put("AUDIO_OBJECTS", folder(settings.audioObjects(given)));
        environment.put(
                "HATHOR_LISTEN_HORIZON",
                given.getOrDefault("HATHOR_LISTEN_HORIZON", Endpoints.LISTEN_HORIZON_DEFAULT.toString()));
        given.forEach((name, value) -> {
            if (name.startsWith("HATHOR_")) {
                environment.putIfAbsent(name, value);
            }
        });
    }

    /** A local folder, which from now on exists; an address of an object store is left as it is. */
    private static String folder(String location) {
        if (!location.matches("[a-z][a-z0-9+.-]*:.*")) {
            try {
                Files.createDirectories(Path.of(location));
            } catch (IOException e) {
                throw new CommandException("cannot create %s: %s".formatted(location, e.getMessage()), e);
            }
        }
        return location;
    }

    static Box assemble(BoxSettings settings, Map<String, String> given, Console console) {
        return new BoxAssembly(settings, given).box(console);
    }

    private Box box(Console console) {
        List<Component> first = List.of(
                engine("postgres", "POSTGRES_JDBC_URL", engines::startPostgres, engine -> engine.jdbcUrl()),
                engine("redis", "REDIS_URL", engines::startRedis, engine -> engine.url()
                        .toString()),
                engine("clickhouse", "CLICKHOUSE_JDBC_URL", engines::startClickHouse, engine -> engine.jdbcUrl()),
                engine("kafka", "KAFKA_BOOTSTRAP", engines::startKafka, engine -> engine.bootstrap()));

        int httpPort = settings.httpPort() == 0
                ? engines.ports().choose("http", 0)
                : engines.ports().prefer("http", settings.httpPort());
        int flinkPort = engines.ports().choose("flink", settings.httpPort() == 0 ? 0 : FLINK_PORT);
        String httpUrl = "http://127.0.0.1:" + httpPort;
        String flinkUrl = "http://127.0.0.1:" + flinkPort;
        environment.put("HATHOR_HTTP_PORT", String.valueOf(httpPort));
        environment.put("FLINK_REST_PORT", String.valueOf(flinkPort));
        environment.put("FLINK_URL", flinkUrl);
        List<Component> second = new ArrayList<>();
        if (settings.parts() == BoxSettings.Parts.ALL) {
            second.add(streaming(flinkUrl));
        }
        second.add(api(httpUrl));
        return new Box(settings, List.of(first, second), environment, httpUrl, console, Clock.systemUTC());
    }

    private Component streaming(String flinkUrl) {
        return new ProgramComponent(
                "streaming",
                settings.root(),
                Program.STREAMING,
                engines.tether(),
                environment,
                URI.create(flinkUrl + "/jobs/overview"),
                answer -> FlinkJobs.allRun(answer.body()));
    }

    /** The API is up once it answers for itself, whatever it has to say of the engines. */
    private Component api(String httpUrl) {
        return new ProgramComponent(
                "api",
                settings.root(),
                Program.API,
                engines.tether(),
                environment,
                URI.create(httpUrl + "/health"),
                answer -> answer.statusCode() == 200 || answer.statusCode() == 503);
    }

    private <E extends Engine> Component engine(
            String name, String variable, Supplier<E> starter, Function<E, String> url) {
        return settings.external(variable)
                .<Component>map(given -> {
                    environment.put(variable, given);
                    return new ExternalComponent(name, variable, given.replaceAll("//[^@/]*@|[?].*", ""));
                })
                .orElseGet(() ->
                        new EngineComponent<>(name, starter, engine -> environment.put(variable, url.apply(engine))));
    }
}
