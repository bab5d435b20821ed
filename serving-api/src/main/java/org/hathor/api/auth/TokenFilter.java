package org.hathor.api.auth;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Objects;
import org.hathor.serving.ServingException;
import org.hathor.serving.auth.AuthError;
import org.hathor.serving.auth.Caller;
import org.hathor.serving.auth.Tokens;

/**
 * Finds out who is asking, where an {@code Authorization} header says so. A header that names nobody is refused even
 * where none was needed: its sender believes to be someone.
 */
@ServerFilter("/api/**")
final class TokenFilter implements Ordered {
    private final Tokens tokens;

    TokenFilter(Tokens tokens) {
        this.tokens = Objects.requireNonNull(tokens, "tokens is null");
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void identify(HttpRequest<?> request) {
        String header = request.getHeaders().getAuthorization().orElse(null);
        if (header == null) {
            return;
        }
        Caller caller = AuthorizationHeader.secret(header)
                .flatMap(tokens::caller)
                .orElseThrow(
                        () -> new ServingException(
                                AuthError.TOKEN_INVALID,
                                "The token is not known: send 'Authorization: Bearer <token>' as `hathor user create` printed it"));
        request.setAttribute(CallerBinder.ATTRIBUTE, caller);
    }

    @Override
    public int getOrder() {
        return -100;
    }
}
