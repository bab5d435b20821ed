package org.hathor.api.errors;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.hathor.gateway.Unavailable;
import org.hathor.serving.Category;
import org.hathor.serving.ServingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the exceptions we throw on purpose to {@link ErrorAnswers}, without the stack trace a surprise would get. */
@Factory
final class ThrownErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ThrownErrors.class);

    private final ErrorResponseProcessor<?> answers;

    ThrownErrors(ErrorResponseProcessor<?> answers) {
        this.answers = answers;
    }

    @Singleton
    ExceptionHandler<Problem, MutableHttpResponse<?>> problems() {
        return this::answer;
    }

    @Singleton
    ExceptionHandler<Unavailable, MutableHttpResponse<?>> unavailable() {
        return this::answer;
    }

    @Singleton
    ExceptionHandler<ServingException, MutableHttpResponse<?>> refused() {
        return (request, refused) -> {
            if (refused.code().category() == Category.INTERNAL) {
                LOG.error("{} {}", request.getMethod(), request.getPath(), refused);
            }
            return answer(request, refused);
        };
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable cause) {
        return answers.processResponse(
                ErrorContext.builder(request)
                        .cause(cause)
                        .errorMessage(String.valueOf(cause.getMessage()))
                        .build(),
                HttpResponse.serverError());
    }
}
