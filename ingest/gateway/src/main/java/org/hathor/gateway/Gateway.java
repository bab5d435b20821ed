package org.hathor.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The platform's way in. Each method returns once Kafka has every event it accepted, and the dead letters of those it
 * did not; or throws {@link Unavailable}, and then nothing was acknowledged.
 *
 * <p>May be used from several threads.
 */
public final class Gateway {
    /** How many events or scrobbles one call takes. */
    public static final int EVENTS_MAX = EventReader.EVENTS_MAX;

    private final EventPublisher publisher;
    private final EventReader reader;
    private final Scrobbles scrobbles;
    private final KnownDescriptions known = new KnownDescriptions();
    private final MeterRegistry meters;
    private final Timer publishing;
    private final Clock clock;

    public Gateway(EventPublisher publisher, MeterRegistry meters, Clock clock) {
        this.publisher = Objects.requireNonNull(publisher, "publisher is null");
        this.meters = Objects.requireNonNull(meters, "meters is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
        this.publishing = Timer.builder("hathor.gateway.publishing")
                .description("How long Kafka took to store a request's events")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        EventChecks checks = new EventChecks(clock);
        this.reader = new EventReader(new EventForms(checks));
        this.scrobbles = new Scrobbles(checks);
    }

    /**
     * Takes events as JSON: one object, an array, or {@code {"events": [...]}} of at most {@link #EVENTS_MAX}.
     *
     * @param door where they came in, as dead letters name it
     * @throws MalformedBodyException when events cannot be told apart; the body is then a dead letter
     * @throws Unavailable when Kafka did not take everything in time
     */
    public Outcome takeEvents(byte[] json, Sender sender, String door) {
        Instant receivedAt = now();
        Intake intake = new Intake(door, sender, receivedAt, known);
        try {
            reader.read(json, sender, receivedAt, intake);
        } catch (MalformedBodyException malformed) {
            Intake letter = new Intake(door, sender, receivedAt, known);
            letter.reject(0, new Fault(malformed.code(), null, malformed.getMessage()), json, 0, json.length);
            store(letter);
            throw malformed;
        }
        return store(intake);
    }

    /**
     * Takes scrobbles: all, or none when any is refused.
     *
     * @throws Unavailable when Kafka did not take everything in time
     */
    public Outcome takeScrobbles(List<Scrobble> reports, Sender sender, String door) {
        return takeScrobbles(reports, sender, door, scrobbles::take);
    }

    /**
     * Takes a report of what is being heard now; its {@code listenedAt} is when that was.
     *
     * @throws Unavailable when Kafka did not take it in time
     */
    public Outcome takeNowPlaying(Scrobble report, Sender sender, String door) {
        return takeScrobbles(List.of(report), sender, door, scrobbles::takeNowPlaying);
    }

    /**
     * Keeps what a door itself refused as a dead letter.
     *
     * @param original the refused event's own bytes
     * @throws Unavailable when Kafka did not take it in time
     */
    public void refuse(Fault fault, byte[] original, Sender sender, String door) {
        Intake intake = new Intake(door, sender, now(), known);
        intake.reject(0, fault, original, 0, original.length);
        store(intake);
    }

    private Outcome takeScrobbles(List<Scrobble> reports, Sender sender, String door, ScrobbleForm form) {
        if (reports.size() > EVENTS_MAX) {
            throw new IllegalArgumentException(
                    "at most %d scrobbles at once, not %d".formatted(EVENTS_MAX, reports.size()));
        }
        Instant receivedAt = now();
        Intake taken = new Intake(door, sender, receivedAt, known);
        Intake refusals = new Intake(door, sender, receivedAt, known);
        for (int i = 0; i < reports.size(); i++) {
            Scrobble report = reports.get(i);
            try {
                form.take(report, sender, receivedAt, taken);
            } catch (Refused refused) {
                refusals.reject(i, refused.fault(), report.original(), 0, report.original().length);
            }
        }
        return store(refusals.outgoing().isEmpty() ? taken : refusals);
    }

    private Outcome store(Intake intake) {
        Timer.Sample sample = Timer.start(meters);
        publisher.publish(intake.outgoing());
        sample.stop(publishing);
        intake.descriptions().forEach(known::remember);
        Outcome outcome = intake.outcome();
        meters.counter("hathor.gateway.accepted").increment(outcome.accepted());
        outcome.rejected().forEach(rejection -> meters.counter(
                        "hathor.gateway.rejected",
                        "code",
                        rejection.fault().code().name())
                .increment());
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private interface ScrobbleForm {
        void take(Scrobble scrobble, Sender sender, Instant receivedAt, Intake intake);
    }
}
