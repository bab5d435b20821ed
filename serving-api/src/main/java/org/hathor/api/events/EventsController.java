package org.hathor.api.events;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hathor.api.auth.Senders;
import org.hathor.api.errors.ErrorBody;
import org.hathor.api.errors.Problem;
import org.hathor.gateway.Gateway;
import org.hathor.gateway.MalformedBodyException;
import org.hathor.gateway.Outcome;
import org.hathor.gateway.RejectionCode;
import org.hathor.serving.auth.Caller;

/** Takes listens, reports of what is being heard, reactions and descriptions of the catalogue. */
@Controller("/api/analytics/events")
@Tag(name = "events")
final class EventsController {
    private static final String DOOR = "POST /api/analytics/events";
    private static final int BODY_BYTES_MAX = 4 << 20;

    private final Gateway gateway;

    EventsController(Gateway gateway) {
        this.gateway = Objects.requireNonNull(gateway, "gateway is null");
    }

    @Post
    @ExecuteOn("ingest")
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Send one event, or up to 1,000",
            description =
                    "One event, an array of events, or {\"events\": [...]}; at most 1,000 events and 4 MiB. Each is"
                            + " judged alone. Accepted means that Kafka has it. The same id sent again counts once, so after"
                            + " anything but 202 and 400 send the same again.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Event.class)))
    @ApiResponse(
            responseCode = "202",
            description = "At least one event was accepted, or there was none",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EventsAnswer.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No event was accepted; error.details.rejected says why",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Not everything could be stored: send the same again after Retry-After seconds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    HttpResponse<EventsAnswer> take(@Parameter(hidden = true) Caller caller, @Body @Nullable byte[] body) {
        if (body == null) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "MALFORMED_JSON", "The body is empty: send an event");
        }
        if (body.length > BODY_BYTES_MAX) {
            throw Problem.of(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "BODY_TOO_LARGE",
                    "The body has %d bytes: send at most %d at once".formatted(body.length, BODY_BYTES_MAX));
        }
        return answer(outcome(caller, body));
    }

    private Outcome outcome(Caller caller, byte[] body) {
        try {
            return gateway.takeEvents(body, Senders.of(caller), DOOR);
        } catch (MalformedBodyException malformed) {
            throw Problem.of(HttpStatus.BAD_REQUEST, malformed.code().name(), malformed.getMessage());
        }
    }

    private static HttpResponse<EventsAnswer> answer(Outcome outcome) {
        List<RejectedEvent> rejected =
                outcome.rejected().stream().map(RejectedEvent::of).toList();
        if (outcome.accepted() == 0 && !rejected.isEmpty()) {
            boolean forbidden = outcome.rejected().stream()
                    .allMatch(rejection -> rejection.fault().code() == RejectionCode.FORBIDDEN_USER
                            || rejection.fault().code() == RejectionCode.FORBIDDEN_CATALOGUE);
            throw Problem.of(
                    forbidden ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST,
                    "NOTHING_ACCEPTED",
                    "None of the %d events was accepted: details.rejected says why".formatted(rejected.size()),
                    Map.of("accepted", 0, "rejected", rejected));
        }
        return HttpResponse.accepted().body(new EventsAnswer(outcome.accepted(), rejected));
    }
}
