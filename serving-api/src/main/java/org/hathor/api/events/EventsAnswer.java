package org.hathor.api.events;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What became of a request's events.
 *
 * @param accepted how many Kafka has
 * @param rejected those that were not taken, by index
 */
@Serdeable
public record EventsAnswer(int accepted, List<RejectedEvent> rejected) {}
