package org.hathor.api.auth;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hathor.serving.ServingException;
import org.hathor.serving.auth.AuthError;
import org.hathor.serving.auth.Caller;

/**
 * Gives a controller method its {@link Caller}. A method that takes one cannot be reached without a token: there is no
 * annotation to forget.
 */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
    static final String ATTRIBUTE = "hathor.caller";

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        Caller caller = source.getAttribute(ATTRIBUTE, Caller.class)
                .orElseThrow(() -> new ServingException(
                        AuthError.TOKEN_MISSING,
                        "This needs a token: send 'Authorization: Bearer <token>' as `hathor user create` printed it"));
        return () -> Optional.of(caller);
    }
}
