package org.hathor.serving.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hathor.serving.ServingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beat of the live numbers: samples them at a fixed pace and hands one snapshot to all subscribers, however many
 * there are. Without subscribers only the sample is taken. Thread-safe.
 */
public final class LivePulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivePulse.class);

    private final LiveNumbers numbers;
    private final int subscribersMax;
    private final ScheduledExecutorService beat;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private boolean away;

    private LivePulse(LiveNumbers numbers, int subscribersMax) {
        this.numbers = Objects.requireNonNull(numbers, "numbers is null");
        this.subscribersMax = subscribersMax;
        this.beat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-pulse");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to beat.
     *
     * @param pace time between two snapshots
     * @param subscribersMax how many may listen at once
     */
    public static LivePulse start(LiveNumbers numbers, Duration pace, int subscribersMax) {
        LivePulse pulse = new LivePulse(numbers, subscribersMax);
        var unused = pulse.beat.scheduleAtFixedRate(pulse::tick, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
        return pulse;
    }

    /** Someone who gets the updates, until closed; closing twice does no harm. */
    public final class Subscription implements AutoCloseable {
        private final Consumer<LiveUpdate> subscriber;

        private Subscription(Consumer<LiveUpdate> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void close() {
            synchronized (subscriptions) {
                subscriptions.remove(this);
            }
        }
    }

    /**
     * Hands every further update to the subscriber.
     *
     * @param subscriber must return at once; one that throws is dropped
     * @throws ServingException with {@link LiveError#TOO_MANY_SUBSCRIBERS}
     */
    public Subscription subscribe(Consumer<LiveUpdate> subscriber) {
        Subscription subscription = new Subscription(Objects.requireNonNull(subscriber, "subscriber is null"));
        synchronized (subscriptions) {
            if (subscriptions.size() >= subscribersMax) {
                throw new ServingException(
                        LiveError.TOO_MANY_SUBSCRIBERS,
                        "All %d places of the live stream are taken: try again later".formatted(subscribersMax),
                        Map.of("subscribersMax", subscribersMax));
            }
            subscriptions.add(subscription);
        }
        return subscription;
    }

    /** How many subscribe now. */
    public int subscribers() {
        synchronized (subscriptions) {
            return subscriptions.size();
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
        synchronized (subscriptions) {
            subscriptions.clear();
        }
    }

    private void tick() {
        try {
            numbers.sample();
            if (subscribers() > 0) {
                publish(new LiveUpdate.Numbers(numbers.snapshot(LiveNumbers.TOP_DEFAULT)));
            }
            if (away) {
                LOG.info("live numbers are back");
                away = false;
            }
        } catch (ServingException e) {
            if (!away) {
                LOG.warn("live numbers are away: {}", e.getMessage(), e);
                away = true;
            }
            publish(new LiveUpdate.Unavailable(e));
        } catch (RuntimeException e) {
            // A beat that throws would be the last one.
            LOG.error("a beat of the live numbers failed", e);
        }
    }

    private void publish(LiveUpdate update) {
        List<Subscription> now;
        synchronized (subscriptions) {
            now = List.copyOf(subscriptions);
        }
        for (Subscription subscription : now) {
            try {
                subscription.subscriber.accept(update);
            } catch (RuntimeException e) {
                LOG.debug("a subscriber of the live numbers is dropped", e);
                subscription.close();
            }
        }
    }
}
