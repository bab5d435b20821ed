package org.hathor.api.platform;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whether one engine answers, asked anew at each call and given up after {@link #ANSWER_MAX}. */
final class EngineHealth implements HealthIndicator {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(3);

    /** Drivers put the whole URL into their messages, and this page is for everyone. */
    private static final Pattern SECRET = Pattern.compile("((?i:password)=|//[^:/@\\s]*:)[^&@\\s]*");

    private final String name;
    private final String address;
    private final Check check;
    private final ExecutorService threads;

    EngineHealth(String name, String address, Check check, ExecutorService threads) {
        this.name = name;
        this.address = address;
        this.check = check;
        this.threads = threads;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::ask)
                .subscribeOn(Schedulers.fromExecutorService(threads))
                .timeout(ANSWER_MAX)
                .onErrorResume(
                        e -> Mono.just(result(HealthStatus.DOWN, "no answer within " + ANSWER_MAX.toSeconds() + " s")));
    }

    private HealthResult ask() {
        try {
            check.run();
            return result(HealthStatus.UP, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return result(HealthStatus.DOWN, "interrupted");
        } catch (Exception e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return result(HealthStatus.DOWN, SECRET.matcher(reason).replaceAll("$1***"));
        }
    }

    private HealthResult result(HealthStatus status, String error) {
        return HealthResult.builder(name, status)
                .details(error == null ? Map.of("address", address) : Map.of("address", address, "error", error))
                .build();
    }

    /** Returns when the engine answered. */
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }
}
