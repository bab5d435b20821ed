package org.hathor.engines;

import java.nio.file.Path;
import java.util.Map;

/**
 * The engines of one data folder. Each start waits until the engine answers, and throws an {@link EngineException} of
 * one line when it does not. Starts may run side by side, one per engine.
 *
 * <p>The system property {@code hathor.root} names the checkout, where the built engines lie in
 * {@code standalone/engines/target}.
 */
public final class Engines {
    private final Site site;
    private final Usual usual;

    /** Which port an engine tries first when it has none from before. */
    enum Usual {
        WELL_KNOWN,
        ANY;

        int of(int wellKnown) {
            return this == WELL_KNOWN ? wellKnown : 0;
        }
    }

    private Engines(Site site, Usual usual) {
        this.site = site;
        this.usual = usual;
    }

    /**
     * Engines on their usual ports where these are free.
     *
     * @param data the data folder, made when it is missing
     */
    public static Engines in(Path data) {
        return new Engines(
                Site.of(data, Distribution.ofCheckout(data.resolve("engines")), System.getenv()), Usual.WELL_KNOWN);
    }

    /** For tests: any free ports, and programs unpacked to a folder that outlives the data. */
    static Engines scratch(Path data, Path unpacked, Map<String, String> environment) {
        return new Engines(Site.of(data, Distribution.ofCheckout(unpacked), environment), Usual.ANY);
    }

    public KafkaEngine startKafka() {
        return KafkaEngine.start(site, usual.of(KafkaEngine.USUAL_PORT));
    }

    public PostgresEngine startPostgres() {
        return PostgresEngine.start(site, usual.of(PostgresEngine.USUAL_PORT));
    }

    public RedisEngine startRedis() {
        return RedisEngine.start(site, usual.of(RedisEngine.USUAL_PORT));
    }

    public ClickHouseEngine startClickHouse() {
        return ClickHouseEngine.start(site, usual.of(ClickHouseEngine.USUAL_PORT));
    }

    /** The ports of this data folder, for components that are not engines. */
    public Ports ports() {
        return site.ports();
    }

    /** Starts other child processes of this data folder. */
    public Tether tether() {
        return site.tether();
    }
}
