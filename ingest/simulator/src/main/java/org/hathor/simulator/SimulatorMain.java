package org.hathor.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hathor.simulator.Timeline.Pace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Simulates a population and sends what it does to the platform, or to a file.
 *
 * <p>Exit codes: 0 when everything was taken, 1 when an event was refused or could not be delivered, 2 when the command
 * line is wrong.
 */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {ScoreCommand.class, MusicCommand.class},
        description = {
            "Simulates a population that listens, the same one for the same seed.",
            "With --from, what happened then is replayed with its own time stamps. With --history, or without either, "
                    + "the population lives now: what comes after the start carries the time at which it is sent."
        })
public final class SimulatorMain implements Callable<Integer> {
    private static final long STOP_MS_MAX = 15_000;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private WorldOptions world;

    @Option(names = "--from", paramLabel = "INSTANT", description = "replay from here on, e.g. 2026-03-01T00:00:00Z")
    private Instant from;

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            description = "send the past of that length at once, e.g. P14D, then live on")
    private Duration history;

    @Option(
            names = "--live-from",
            paramLabel = "INSTANT",
            description = "where history ends and live begins (default: now)")
    private Instant liveFrom;

    @Option(names = "--to", paramLabel = "INSTANT", description = "stop before this instant (default: never)")
    private Instant to;

    @Option(
            names = "--duration",
            paramLabel = "DURATION",
            description = "stop after that long, instead of --to; PT0S with --history sends the past only")
    private Duration duration;

    @Option(
            names = "--speed",
            paramLabel = "TIMES",
            defaultValue = "1",
            description = "1 is real time; 0 is as fast as possible, in a replay only (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--rate",
            paramLabel = "PER_SECOND",
            description = "send so many events a second, instead of --speed")
    private Double rate;

    @Option(
            names = "--late",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "share of sessions heard offline and reported up to 72 h later (default: ${DEFAULT-VALUE})")
    private double lateShare;

    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "share of listens and reactions that are sent twice (default: ${DEFAULT-VALUE})")
    private double duplicateShare;

    @Option(names = "--url", paramLabel = "URL", description = "the platform, e.g. http://localhost:8080")
    private URI url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "token of scope ingest (default: environment variable HATHOR_TOKEN)")
    private String token;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "2",
            description = "requests under way at a time (default: ${DEFAULT-VALUE})")
    private int lanes;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "1000",
            description = "events in a request at most (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write events here, a JSON object to a line, instead of --url")
    private Path out;

    @Option(names = "--truth", paramLabel = "FILE", description = "keep the exact counts here, as JSON")
    private Path truth;

    @Option(
            names = "--json",
            description =
                    "write the summary to standard output as JSON: a line when history is sent, a line at the end")
    private boolean json;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulatorMain())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("simulator: " + e.getMessage());
                    return 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        Plan plan = plan(clock.millis());
        Tally tally = new Tally(plan.world());
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        EventSink sink = sink(tally);
        Thread hook = stopOnSignal(stop, ended, sink);
        RunReport report = new RunReport(
                plan,
                tally,
                sink,
                truth,
                json,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        try {
            new SimulationRun(plan.world(), plan.fromMs(), plan.toMs(), plan.timeline(), sink, clock, stop).run(report);
        } finally {
            try {
                sink.close();
            } finally {
                report.end();
                ended.countDown();
            }
        }
        if (stop.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        return sink.outcome().rejectedTotal() == 0 ? 0 : 1;
    }

    /**
     * What is simulated when.
     *
     * @param liveFromMs where history ends; empty in a replay
     * @param toMs where it stops; empty for never
     */
    record Plan(World world, long fromMs, OptionalLong liveFromMs, OptionalLong toMs, Timeline timeline) {}

    private Plan plan(long nowMs) {
        if (from != null && history != null) {
            throw wrong("--from and --history exclude each other");
        }
        if (to != null && duration != null) {
            throw wrong("--to and --duration exclude each other");
        }
        boolean live = from == null || liveFrom != null;
        long liveFromMs = liveFrom != null ? liveFrom.toEpochMilli() : nowMs / 1000 * 1000;
        long fromMs = from != null ? from.toEpochMilli() : liveFromMs - (history == null ? 0 : history.toMillis());
        OptionalLong toMs = OptionalLong.empty();
        if (to != null) {
            toMs = OptionalLong.of(to.toEpochMilli());
        } else if (duration != null) {
            toMs = OptionalLong.of((live ? liveFromMs : fromMs) + duration.toMillis());
        }
        try {
            World simulated = World.of(world.config(lateShare, duplicateShare));
            Timeline timeline = live ? Timeline.live(pace(), liveFromMs) : Timeline.replay(pace(), fromMs, nowMs);
            return new Plan(
                    simulated, fromMs, live ? OptionalLong.of(liveFromMs) : OptionalLong.empty(), toMs, timeline);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Pace pace() {
        if (rate != null) {
            return new Pace.Rate(rate);
        }
        return speed == 0 ? new Pace.Unlimited() : new Pace.Speed(speed);
    }

    private EventSink sink(Tally tally) throws IOException {
        if ((out == null) == (url == null)) {
            throw wrong("give either --url or --out");
        }
        if (out != null) {
            return new FileSink(out, tally);
        }
        String secret = token != null ? token : System.getenv("HATHOR_TOKEN");
        if (secret == null || secret.isBlank()) {
            throw wrong("--url needs a token: give --token or set HATHOR_TOKEN");
        }
        try {
            return new HttpSink(new EventPost(url, secret), lanes, batch, tally);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** A signal ends the run in good order: what was sent is waited for, the summary is written. */
    private static Thread stopOnSignal(CountDownLatch stop, CountDownLatch ended, EventSink sink) {
        Thread hook = new Thread(
                () -> {
                    stop.countDown();
                    sink.hurry();
                    try {
                        boolean inTime = ended.await(STOP_MS_MAX, TimeUnit.MILLISECONDS);
                        if (!inTime) {
                            System.err.println("simulator: stopped before the last answers arrived");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
