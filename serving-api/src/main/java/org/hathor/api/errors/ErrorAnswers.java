package org.hathor.api.errors;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hathor.api.platform.RequestId;
import org.hathor.gateway.Unavailable;
import org.hathor.serving.ServingException;

/**
 * Turns everything that went wrong into an answer: what a facade refused, what an adapter found, and what the server
 * itself noticed (no such path, wrong method, a body too large). Under {@code /1/} the form is ListenBrainz's,
 * elsewhere it is {@link ErrorBody}.
 */
@Singleton
@Primary
final class ErrorAnswers implements ErrorResponseProcessor<Object> {
    private final Clock clock;

    ErrorAnswers(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        Answer answer = context.getRootCause()
                .flatMap(cause -> answer(cause))
                .orElseGet(() -> answer(response.status(), message(context)));
        MutableHttpResponse<Object> result = (MutableHttpResponse<Object>) response;
        result.status(answer.status());
        if (answer.retryAfterSeconds() > 0) {
            result.header(HttpHeaders.RETRY_AFTER, Long.toString(answer.retryAfterSeconds()));
        }
        if (answer.status() == HttpStatus.UNAUTHORIZED) {
            result.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        result.contentType(MediaType.APPLICATION_JSON_TYPE);
        return result.body(
                request.getPath().startsWith("/1/")
                        ? new ListenBrainzFault(answer.status().getCode(), answer.message())
                        : body(request, answer));
    }

    private ErrorBody body(HttpRequest<?> request, Answer answer) {
        return new ErrorBody(new ErrorBody.Fault(
                answer.code(),
                answer.message(),
                answer.details(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                RequestId.of(request)));
    }

    private static Optional<Answer> answer(Throwable cause) {
        if (cause instanceof Problem problem) {
            long seconds = problem.retryAfter() == null
                    ? 0
                    : Math.max(1, problem.retryAfter().toSeconds());
            return Optional.of(
                    new Answer(problem.status(), problem.code(), problem.getMessage(), problem.details(), seconds));
        }
        if (cause instanceof ServingException refused) {
            HttpStatus status = status(refused);
            return Optional.of(new Answer(
                    status,
                    refused.code().name(),
                    refused.getMessage(),
                    refused.details(),
                    status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS
                            ? Unavailable.RETRY_AFTER.toSeconds()
                            : 0));
        }
        if (cause instanceof Unavailable away) {
            return Optional.of(new Answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "INGEST_UNAVAILABLE",
                    away.getMessage(),
                    Map.of(),
                    Unavailable.RETRY_AFTER.toSeconds()));
        }
        if (cause instanceof ConversionErrorException conversion) {
            return Optional.of(argument(conversion.getArgument(), conversion.getMessage()));
        }
        if (cause instanceof UnsatisfiedRouteException unsatisfied) {
            return Optional.of(argument(unsatisfied.getArgument(), unsatisfied.getMessage()));
        }
        return Optional.empty();
    }

    private static Answer argument(Argument<?> argument, String message) {
        return new Answer(
                HttpStatus.BAD_REQUEST, "INVALID_ARGUMENT", message, Map.of("argument", argument.getName()), 0);
    }

    private static Answer answer(HttpStatus status, String message) {
        return switch (status) {
            case NOT_FOUND -> new Answer(status, "NOT_FOUND", "There is nothing at this path", Map.of(), 0);
            case BAD_REQUEST -> new Answer(status, "BAD_REQUEST", message, Map.of(), 0);
            case REQUEST_ENTITY_TOO_LARGE ->
                new Answer(status, "BODY_TOO_LARGE", "The body is too large: send less at once", Map.of(), 0);
            // What went wrong inside is for the log, which has the request's id.
            case INTERNAL_SERVER_ERROR ->
                new Answer(status, "INTERNAL", "Something went wrong on our side", Map.of(), 0);
            default -> new Answer(status, status.name(), message, Map.of(), 0);
        };
    }

    private static HttpStatus status(ServingException refused) {
        return switch (refused.code().category()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case GONE -> HttpStatus.GONE;
            case CONFLICT -> HttpStatus.CONFLICT;
            case LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String message(ErrorContext context) {
        return context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
    }

    private record Answer(
            HttpStatus status, String code, String message, Map<String, Object> details, long retryAfterSeconds) {}
}
