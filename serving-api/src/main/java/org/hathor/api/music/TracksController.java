package org.hathor.api.music;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.hathor.api.errors.ErrorBody;
import org.hathor.serving.music.MusicIds;
import org.hathor.serving.music.TrackDetails;
import org.hathor.serving.music.Tracks;

/** What is known of a track. */
@Controller("/api/tracks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "music")
final class TracksController {
    private final Tracks tracks;

    TracksController(Tracks tracks) {
        this.tracks = Objects.requireNonNull(tracks, "tracks is null");
    }

    @Get("/{id}")
    @Operation(
            summary = "A track with its play statistics",
            description =
                    "What nobody described is null. A valid listen is a qualified one with no standing fraud verdict;"
                            + " there are no verdicts yet, so the two numbers are equal.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TrackDetails.class)))
    @ApiResponse(
            responseCode = "404",
            description = "TRACK_NOT_FOUND: neither described nor ever heard",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    TrackDetails track(@PathVariable String id) {
        return tracks.details(MusicIds.track(id));
    }
}
