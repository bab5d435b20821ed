package org.hathor.api.listenbrainz;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.hathor.serving.auth.Caller;

/**
 * Whether a token is valid.
 *
 * @param code always 200
 * @param message the same for a person
 * @param valid whether it is
 * @param userName whose it is; absent where it is not valid
 */
@Serdeable
record TokenValidity(int code, String message, boolean valid, @Nullable @JsonProperty("user_name") String userName) {
    static TokenValidity valid(Caller caller) {
        return new TokenValidity(200, "Token valid.", true, caller.userName());
    }

    static TokenValidity invalid() {
        return new TokenValidity(200, "Token invalid.", false, null);
    }
}
