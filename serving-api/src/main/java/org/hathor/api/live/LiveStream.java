package org.hathor.api.live;

import io.micronaut.http.sse.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hathor.api.errors.ErrorBody;
import org.hathor.serving.ServingException;
import org.hathor.serving.live.LivePulse;
import org.hathor.serving.live.LiveUpdate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;

/**
 * The updates of one client as server-sent events. A client that reads too slowly misses updates; one that has not read
 * for half a minute is let go.
 */
final class LiveStream implements Consumer<LiveUpdate> {
    private static final int WAITING_MAX = 2;
    private static final int MISSED_MAX = 30;

    private final Sinks.Many<Event<?>> events =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(WAITING_MAX));
    private final AtomicInteger missed = new AtomicInteger();
    private final String requestId;
    private final Clock clock;

    private LiveStream(String requestId, Clock clock) {
        this.requestId = requestId;
        this.clock = clock;
    }

    /**
     * Subscribes at once; the subscription ends with the stream.
     *
     * @throws ServingException when there are too many subscribers
     */
    static Publisher<Event<?>> of(LivePulse pulse, String requestId, Clock clock) {
        LiveStream stream = new LiveStream(requestId, clock);
        LivePulse.Subscription subscription = pulse.subscribe(stream);
        return stream.events.asFlux().doFinally(signal -> subscription.close());
    }

    @Override
    public void accept(LiveUpdate update) {
        if (events.tryEmitNext(event(update)).isSuccess()) {
            missed.set(0);
        } else if (missed.incrementAndGet() >= MISSED_MAX) {
            throw new IllegalStateException("a client of the live stream does not read");
        }
    }

    private Event<?> event(LiveUpdate update) {
        if (update instanceof LiveUpdate.Numbers numbers) {
            return Event.of(numbers.snapshot()).name("live");
        }
        ServingException reason = ((LiveUpdate.Unavailable) update).reason();
        return Event.of(new ErrorBody(new ErrorBody.Fault(
                        reason.code().name(),
                        reason.getMessage(),
                        Map.of(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        requestId)))
                .name("unavailable");
    }
}
