package org.hathor.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;

/**
 * Reads a body of events: one object, an array of them, or {@code {"events": [...]}}. Each event is judged alone; a
 * body that is no JSON, or holds more than {@link #EVENTS_MAX} events, is refused as a whole.
 */
final class EventReader {
    static final int EVENTS_MAX = 1_000;

    private static final String ENVELOPE = "events";
    private static final JsonFactory JSON = new JsonFactory();

    private final EventForms forms;

    EventReader(EventForms forms) {
        this.forms = Objects.requireNonNull(forms, "forms is null");
    }

    /** @throws MalformedBodyException when events cannot be told apart; what the intake holds is then of no use */
    void read(byte[] body, Sender sender, Instant receivedAt, Intake intake) {
        try (JsonParser json = JSON.createParser(body)) {
            Reading reading = new Reading(json, body, sender, receivedAt, intake);
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                reading.list();
            } else if (first == JsonToken.START_OBJECT) {
                objectOrEnvelope(body, json, reading);
            } else {
                throw malformed("The body must be an event, an array of events or {\"events\": [...]}", null);
            }
            if (json.nextToken() != null) {
                throw malformed("There is something after the end of the JSON", null);
            }
        } catch (JsonProcessingException e) {
            throw malformed(
                    "The body is no JSON: %s (line %d, column %d)"
                            .formatted(
                                    e.getOriginalMessage(),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr(),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getColumnNr()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static void objectOrEnvelope(byte[] body, JsonParser json, Reading reading) throws IOException {
        int start = offset(json);
        try (JsonParser ahead = JSON.createParser(body)) {
            ahead.nextToken();
            if (ahead.nextToken() != JsonToken.FIELD_NAME
                    || !ahead.currentName().equals(ENVELOPE)
                    || ahead.nextToken() != JsonToken.START_ARRAY) {
                reading.event(start);
                return;
            }
        }
        json.nextToken();
        json.nextToken();
        reading.list();
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw malformed("Beside \"events\" there must be nothing", null);
        }
    }

    private static int offset(JsonParser json) {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    private static MalformedBodyException malformed(String message, Throwable cause) {
        return new MalformedBodyException(RejectionCode.MALFORMED_JSON, message, cause);
    }

    /** One body being read. */
    private final class Reading {
        private final JsonParser json;
        private final byte[] body;
        private final Sender sender;
        private final Instant receivedAt;
        private final Intake intake;
        private final EventFields fields = new EventFields();
        private int index;

        Reading(JsonParser json, byte[] body, Sender sender, Instant receivedAt, Intake intake) {
            this.json = json;
            this.body = body;
            this.sender = sender;
            this.receivedAt = receivedAt;
            this.intake = intake;
        }

        /** From an array's opening bracket to its closing one. */
        void list() throws IOException {
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (index == EVENTS_MAX) {
                    throw new MalformedBodyException(
                            RejectionCode.TOO_MANY_EVENTS,
                            "At most %d events are taken at once: send the rest in another request"
                                    .formatted(EVENTS_MAX),
                            null);
                }
                int start = offset(json);
                if (token == JsonToken.START_OBJECT) {
                    event(start);
                } else {
                    json.skipChildren();
                    refuse(new Fault(RejectionCode.NOT_AN_OBJECT, null, "an event must be a JSON object"), start);
                }
                index++;
            }
        }

        /** From an object's opening brace to its closing one. */
        void event(int start) throws IOException {
            fields.read(json);
            try {
                forms.take(fields, sender, receivedAt, intake);
            } catch (Refused refused) {
                refuse(refused.fault(), start);
            }
        }

        private void refuse(Fault fault, int start) throws IOException {
            // A text is read to its end only when it is asked for.
            json.finishToken();
            int end = (int) json.currentLocation().getByteOffset();
            intake.reject(index, fault, body, start, Math.min(Math.max(end, start), body.length));
        }
    }
}
