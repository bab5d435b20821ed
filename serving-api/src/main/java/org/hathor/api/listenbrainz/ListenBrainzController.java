package org.hathor.api.listenbrainz;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hathor.api.auth.AuthorizationHeader;
import org.hathor.api.auth.Senders;
import org.hathor.api.errors.Problem;
import org.hathor.gateway.Fault;
import org.hathor.gateway.Gateway;
import org.hathor.gateway.Outcome;
import org.hathor.gateway.RejectionCode;
import org.hathor.gateway.Scrobble;
import org.hathor.gateway.Sender;
import org.hathor.serving.auth.Caller;
import org.hathor.serving.auth.Tokens;

/**
 * {@code submit-listens} and {@code validate-token} as the ListenBrainz API documents them. A submission is taken as a
 * whole or not at all.
 */
@Controller("/1")
@Tag(name = "listenbrainz")
final class ListenBrainzController {
    private static final String DOOR = "POST /1/submit-listens";

    private final Gateway gateway;
    private final Tokens tokens;
    private final Clock clock;

    ListenBrainzController(Gateway gateway, Tokens tokens, Clock clock) {
        this.gateway = Objects.requireNonNull(gateway, "gateway is null");
        this.tokens = Objects.requireNonNull(tokens, "tokens is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    @Post("/submit-listens")
    @Consumes(MediaType.ALL)
    @ExecuteOn("ingest")
    @SecurityRequirement(name = "token")
    @Operation(summary = "Submit listens, as a scrobbler does")
    Accepted submit(@Parameter(hidden = true) HttpRequest<?> request, @Body @Nullable byte[] body) {
        Sender sender = Senders.of(caller(request));
        byte[] sent = body == null ? new byte[0] : body;
        Submission submission = read(sent, sender);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Scrobble> scrobbles = new ArrayList<>();
        for (Submission.Report report : submission.listens()) {
            try {
                scrobbles.add(ReportedListen.read(report, submission.type(), now));
            } catch (Unacceptable unacceptable) {
                throw refuse(unacceptable, report.original(), sender);
            }
        }
        Outcome outcome = submission.type() == Submission.Type.PLAYING_NOW
                ? gateway.takeNowPlaying(scrobbles.get(0), sender, DOOR)
                : gateway.takeScrobbles(scrobbles, sender, DOOR);
        outcome.rejected().stream().findFirst().ifPresent(rejection -> {
            throw badRequest("Listen %d: %s"
                    .formatted(rejection.index(), rejection.fault().message()));
        });
        return Accepted.OK;
    }

    @Get("/validate-token")
    @ExecuteOn("ingest")
    @Operation(summary = "Whether a token is valid, and whose it is")
    TokenValidity validate(
            @Parameter(hidden = true) HttpRequest<?> request,
            @QueryValue @Nullable @Parameter(description = "Where no Authorization header can be sent") String token) {
        String secret = request.getHeaders()
                .getAuthorization()
                .flatMap(AuthorizationHeader::secret)
                .orElse(token);
        if (secret == null || secret.isEmpty()) {
            throw badRequest("Send the token as 'Authorization: Token <token>'");
        }
        return tokens.caller(secret).map(TokenValidity::valid).orElseGet(TokenValidity::invalid);
    }

    private Submission read(byte[] body, Sender sender) {
        try {
            return Submission.read(body);
        } catch (Unacceptable unacceptable) {
            throw refuse(unacceptable, body, sender);
        }
    }

    private Problem refuse(Unacceptable unacceptable, byte[] original, Sender sender) {
        gateway.refuse(
                new Fault(RejectionCode.INVALID_SCROBBLE, null, unacceptable.getMessage()), original, sender, DOOR);
        return badRequest(unacceptable.getMessage());
    }

    private Caller caller(HttpRequest<?> request) {
        String header = request.getHeaders()
                .getAuthorization()
                .orElseThrow(() -> unauthorized("Send your token as 'Authorization: Token <token>'"));
        String secret = AuthorizationHeader.secret(header)
                .orElseThrow(() -> unauthorized("The Authorization header must be 'Token <token>'"));
        return tokens.caller(secret).orElseThrow(() -> unauthorized("The token is invalid"));
    }

    private static Problem badRequest(String message) {
        return Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", message);
    }

    private static Problem unauthorized(String message) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "TOKEN_INVALID", message);
    }
}
