package org.hathor.api.live;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Objects;
import org.hathor.api.platform.RequestId;
import org.hathor.serving.live.LiveNumbers;
import org.hathor.serving.live.LivePulse;
import org.hathor.serving.live.LiveSnapshot;
import org.hathor.serving.live.LiveTrack;
import org.hathor.serving.music.MusicIds;
import org.reactivestreams.Publisher;

/** What is happening now. */
@Controller("/api/live")
@Tag(name = "live")
final class LiveController {
    private final LiveNumbers numbers;
    private final LivePulse pulse;
    private final Clock clock;

    LiveController(LiveNumbers numbers, LivePulse pulse, Clock clock) {
        this.numbers = Objects.requireNonNull(numbers, "numbers is null");
        this.pulse = Objects.requireNonNull(pulse, "pulse is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            summary = "The live numbers",
            description =
                    "Plays are listens that began today (UTC); listeners are those who are listening now. Plays per"
                            + " second are the growth over the last ten seconds.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LiveSnapshot.class)))
    LiveSnapshot snapshot(
            @Parameter(description = "Most entries of a top list, 1 to 100")
                    @QueryValue(defaultValue = "" + LiveNumbers.TOP_DEFAULT)
                    int limit) {
        return numbers.snapshot(limit);
    }

    @Get("/tracks/{id}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(summary = "One track's live numbers", description = "A track that nobody plays has zeros.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LiveTrack.class)))
    LiveTrack track(@PathVariable String id) {
        return numbers.track(MusicIds.track(id));
    }

    @Get(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM)
    @Operation(
            summary = "The live numbers, once a second",
            description = "Server-sent events: `live` with the numbers, or `unavailable` with an error body while they"
                    + " cannot be read; the stream goes on.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = LiveSnapshot.class)))
    @ApiResponse(responseCode = "429", description = "TOO_MANY_SUBSCRIBERS")
    Publisher<Event<?>> stream(HttpRequest<?> request) {
        return LiveStream.of(pulse, RequestId.of(request), clock);
    }
}
