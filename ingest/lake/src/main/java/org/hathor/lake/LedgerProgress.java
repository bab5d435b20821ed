package org.hathor.lake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the streaming job that fills the lake has committed what it has read, as its checkpoints tell by Flink's
 * REST.
 *
 * <p>The rule: offsets of the consumer group {@code ledger} are committed when a checkpoint completes, and everything
 * before them is in ClickHouse by then. In the lake, listens on time are committed right after that completion, and
 * late ones right after the completion of the next. A commit is over before the checkpoint after it completes. So
 * whoever has seen the group's offsets reach the ends he noted needs one more checkpoint for {@code listens},
 * {@code reactions} and {@code catalogue}, and {@link #CHECKPOINTS_UNTIL_COMMITTED} for {@code listens_late}.
 */
public final class LedgerProgress {
    /** So many completed checkpoints after its offsets were committed, an event is in its table whichever that is. */
    public static final int CHECKPOINTS_UNTIL_COMMITTED = 2;

    private static final String JOB = "ledger";
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Pattern JOB_OBJECT = Pattern.compile(
            "\\{\"jid\":\"(\\p{XDigit}{32})\"[^{}]*?\"name\":\"" + JOB + "\"[^{}]*?\"state\":\"RUNNING\"");
    private static final Pattern COMPLETED = Pattern.compile("\"counts\":\\{[^{}]*?\"completed\":(\\d+)");

    private final URI flink;
    private final HttpClient http;

    /** @param flink Flink's REST address, as {@code FLINK_URL} gives it */
    public LedgerProgress(URI flink) {
        this.flink = Objects.requireNonNull(flink, "flink is null");
        this.http = HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
    }

    /**
     * How many checkpoints the running job has completed since its process started.
     *
     * @return empty when the job does not run now
     * @throws IOException when Flink does not answer
     */
    public OptionalLong completedCheckpoints() throws IOException, InterruptedException {
        Matcher job = JOB_OBJECT.matcher(get("/jobs/overview"));
        if (!job.find()) {
            return OptionalLong.empty();
        }
        Matcher completed = COMPLETED.matcher(get("/jobs/" + job.group(1) + "/checkpoints"));
        return completed.find() ? OptionalLong.of(Long.parseLong(completed.group(1))) : OptionalLong.empty();
    }

    /**
     * Waits until everything before the group's present offsets is in the lake's tables. A Flink that is away or starts
     * anew is waited for.
     *
     * @throws TimeoutException when that takes longer than the limit
     */
    public void awaitCommitted(Duration limit) throws InterruptedException, TimeoutException {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        OptionalLong first = OptionalLong.empty();
        while (System.nanoTime() < deadlineNanos) {
            OptionalLong now = completedOrAway();
            boolean anew = first.isEmpty() || (now.isPresent() && now.getAsLong() < first.getAsLong());
            if (anew) {
                first = now;
            } else if (now.isPresent() && now.getAsLong() >= first.getAsLong() + CHECKPOINTS_UNTIL_COMMITTED) {
                return;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new TimeoutException("the ledger did not complete %d checkpoints within %s: look at %s"
                .formatted(CHECKPOINTS_UNTIL_COMMITTED, limit, flink));
    }

    private OptionalLong completedOrAway() throws InterruptedException {
        try {
            return completedCheckpoints();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(flink.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(request.uri(), response.statusCode()));
        }
        return response.body();
    }
}
