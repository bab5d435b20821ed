package org.hathor.api.recommendations;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.hathor.api.errors.ErrorBody;
import org.hathor.serving.auth.Caller;
import org.hathor.serving.recommendations.FeedPage;
import org.hathor.serving.recommendations.Feeds;
import org.hathor.serving.recommendations.Trending;
import org.hathor.serving.recommendations.TrendingTracks;

/** What to hear next. */
@Controller("/api/recommendations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "recommendations")
final class RecommendationsController {
    private final Feeds feeds;
    private final Trending trending;

    RecommendationsController(Feeds feeds, Trending trending) {
        this.feeds = Objects.requireNonNull(feeds, "feeds is null");
        this.trending = Objects.requireNonNull(trending, "trending is null");
    }

    @Get("/for-you")
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "A page of the caller's own feed",
            description =
                    "No track twice over all pages of a feed, none begun in the last day, at most two of one artist"
                            + " in any twenty. Asking a cursor again with the same limit gives the same page; a cursor is good for"
                            + " half an hour. Without nextCursor the feed has ended.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FeedPage.class)))
    @ApiResponse(
            responseCode = "400",
            description = "INVALID_LIMIT or INVALID_CURSOR",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    @ApiResponse(
            responseCode = "410",
            description = "CURSOR_EXPIRED: begin anew without a cursor",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    FeedPage forYou(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "nextCursor of the page before; left out to begin anew") @QueryValue @Nullable
                    String cursor,
            @Parameter(description = "Most items, 1 to 100") @QueryValue(defaultValue = "" + Feeds.LIMIT_DEFAULT)
                    int limit) {
        return feeds.page(caller.userId(), cursor, limit);
    }

    @Get("/trending")
    @Operation(
            summary = "What is rising now",
            description = "By time-decayed engagement, best first. Empty while there is no list.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TrendingTracks.class)))
    @ApiResponse(
            responseCode = "400",
            description = "INVALID_LIMIT or INVALID_COUNTRY",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    TrendingTracks trending(
            @Parameter(description = "ISO 3166-1 alpha-2, in any case; left out for everywhere") @QueryValue @Nullable
                    String country,
            @Parameter(description = "Most items, 1 to 100") @QueryValue(defaultValue = "" + Trending.LIMIT_DEFAULT)
                    int limit) {
        return trending.list(country, limit);
    }
}
