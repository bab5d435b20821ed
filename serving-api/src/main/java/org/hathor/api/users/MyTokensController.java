package org.hathor.api.users;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hathor.serving.auth.ApiToken;
import org.hathor.serving.auth.Caller;
import org.hathor.serving.auth.IssuedToken;
import org.hathor.serving.auth.Scope;
import org.hathor.serving.auth.Tokens;
import org.hathor.serving.users.User;
import org.hathor.serving.users.Users;

/** The caller's own account and tokens. */
@Controller("/api/users/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "token")
@Tag(name = "users")
final class MyTokensController {
    private final Users users;
    private final Tokens tokens;

    MyTokensController(Users users, Tokens tokens) {
        this.users = Objects.requireNonNull(users, "users is null");
        this.tokens = Objects.requireNonNull(tokens, "tokens is null");
    }

    @Get
    @Operation(summary = "Who the token belongs to")
    Me me(@Parameter(hidden = true) Caller caller) {
        User user = users.get(caller.userId());
        return new Me(user.id().value(), user.name(), caller.scope().text(), user.createdAt());
    }

    @Get("/tokens")
    @Operation(summary = "One's tokens, without their secrets")
    TokenList tokens(@Parameter(hidden = true) Caller caller) {
        return new TokenList(
                tokens.of(caller.userId()).stream().map(TokenEntry::of).toList());
    }

    @Post("/tokens")
    @Operation(summary = "Make a token for another program; its secret is shown this once")
    HttpResponse<NewToken> issue(@Parameter(hidden = true) Caller caller, @Body TokenWish wish) {
        IssuedToken issued = tokens.issue(users.get(caller.userId()), Scope.SELF, wish.label());
        return HttpResponse.created(new NewToken(TokenEntry.of(issued.token()), issued.secret()));
    }

    @Delete("/tokens/{id}")
    @Operation(summary = "End a token")
    HttpResponse<Void> revoke(@Parameter(hidden = true) Caller caller, UUID id) {
        return tokens.revoke(caller.userId(), id) ? HttpResponse.noContent() : HttpResponse.notFound();
    }

    /**
     * @param userId what events carry
     * @param name what people see
     * @param scope how far the token reaches: self or ingest
     * @param createdAt when the user came
     */
    @Serdeable
    record Me(String userId, String name, String scope, Instant createdAt) {}

    /** @param label what one calls the token */
    @Serdeable
    record TokenWish(String label) {}

    /** @param tokens newest first */
    @Serdeable
    record TokenList(List<TokenEntry> tokens) {}

    /**
     * @param token what is known of it later
     * @param secret what its program sends as {@code Authorization: Bearer <secret>}
     */
    @Serdeable
    record NewToken(TokenEntry token, String secret) {}

    /**
     * @param id names the token
     * @param label what its owner calls it
     * @param scope how far it reaches
     * @param createdAt when it was issued
     */
    @Serdeable
    record TokenEntry(UUID id, String label, String scope, Instant createdAt) {
        static TokenEntry of(ApiToken token) {
            return new TokenEntry(token.id(), token.label(), token.scope().text(), token.createdAt());
        }
    }
}
