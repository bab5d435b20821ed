package org.hathor.api.analytics;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import org.hathor.api.errors.Problem;
import org.hathor.contracts.UserId;
import org.hathor.serving.analytics.Analytics;
import org.hathor.serving.analytics.ArtistAnalytics;
import org.hathor.serving.analytics.Overview;
import org.hathor.serving.analytics.Period;
import org.hathor.serving.analytics.TrackAnalytics;
import org.hathor.serving.analytics.UserStatistics;
import org.hathor.serving.auth.Caller;
import org.hathor.serving.music.MusicIds;

/** What was heard: of all, of a track, of an artist, by a user. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "analytics")
final class AnalyticsController {
    private static final String FROM =
            "Begin of the period: a date (its start, UTC) or an instant; left out, since the first listen";
    private static final String TO = "End of the period, exclusive, in the same form; left out, to the last listen";
    private static final String LIMIT = "Most entries of a top list, 1 to 100";
    private static final String NUMBERS = "Exact: each listen counts once, on the UTC day it began. A valid listen is a"
            + " qualified one with no standing fraud verdict; there are no verdicts yet, so the two numbers are equal."
            + " Listeners are distinct, so those of several days do not add up.";

    private final Analytics analytics;

    AnalyticsController(Analytics analytics) {
        this.analytics = Objects.requireNonNull(analytics, "analytics is null");
    }

    @Get("/analytics/overview")
    @Operation(summary = "The whole platform in a period, in sum and by day", description = NUMBERS)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Overview.class)))
    @ApiResponse(
            responseCode = "400",
            description = "INVALID_PERIOD or PERIOD_TOO_LONG",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    Overview overview(
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to) {
        return analytics.overview(Period.parse(from, to));
    }

    @Get("/analytics/tracks/{id}")
    @Operation(summary = "One track in a period, in sum and by day", description = NUMBERS)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TrackAnalytics.class)))
    @ApiResponse(
            responseCode = "404",
            description = "TRACK_NOT_FOUND: neither described nor ever heard",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    TrackAnalytics track(
            @PathVariable String id,
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to) {
        return analytics.track(MusicIds.track(id), Period.parse(from, to));
    }

    @Get("/analytics/artists/{id}")
    @Operation(summary = "One artist in a period, in sum, by day and by track", description = NUMBERS)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ArtistAnalytics.class)))
    @ApiResponse(
            responseCode = "404",
            description = "ARTIST_NOT_FOUND: nobody has named or heard the artist",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    ArtistAnalytics artist(
            @PathVariable String id,
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to,
            @Parameter(description = LIMIT) @QueryValue(defaultValue = "" + Analytics.TOP_DEFAULT) int limit) {
        return analytics.artist(MusicIds.artist(id), Period.parse(from, to), limit);
    }

    @Get("/users/{id}/statistics")
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "What a user heard in a period",
            description = "Needs a token of that very user. Hours and days are UTC.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UserStatistics.class)))
    @ApiResponse(
            responseCode = "403",
            description = "FORBIDDEN: the token is another user's",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    UserStatistics user(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to,
            @Parameter(description = LIMIT) @QueryValue(defaultValue = "" + Analytics.TOP_DEFAULT) int limit) {
        UserId user = user(id);
        caller.requireSelf(user);
        return analytics.user(user, Period.parse(from, to), limit);
    }

    private static UserId user(String id) {
        try {
            return new UserId(id);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidArgument("id", e.getMessage());
        }
    }
}
