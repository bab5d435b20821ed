package org.hathor.api.platform;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hathor.contracts.Endpoints;
import org.hathor.gateway.KafkaTopics;
import org.hathor.serving.Database;
import org.hathor.warehouse.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes ready what the API needs of its engines: Kafka's topics, the database's schema and ClickHouse's tables. It
 * begins once the server answers and tries again until all is done, so that an engine that is away at start delays
 * nothing but itself.
 */
@Singleton
final class Preparation implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Runnable> open = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "preparation");
        thread.setDaemon(true);
        return thread;
    });

    Preparation(Endpoints endpoints, Database database, Warehouse warehouse) {
        Objects.requireNonNull(endpoints, "endpoints is null");
        open.put("database schema", database::migrate);
        open.put("ClickHouse tables", warehouse::migrate);
        open.put("Kafka topics", () -> KafkaTopics.ensure(endpoints.kafkaBootstrap()));
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread.execute(this::attempt);
    }

    /** What is not ready yet. */
    List<String> open() {
        synchronized (open) {
            return List.copyOf(open.keySet());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void attempt() {
        for (String name : open()) {
            Runnable task;
            synchronized (open) {
                task = open.get(name);
            }
            try {
                task.run();
                synchronized (open) {
                    open.remove(name);
                }
            } catch (RuntimeException e) {
                // Said once: it is tried every two seconds, and /health knows what is open.
                if (told.add(name)) {
                    LOG.warn(
                            "{} not ready, trying again: {}",
                            name,
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
                }
            }
        }
        if (!open().isEmpty()) {
            thread.schedule(this::attempt, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
