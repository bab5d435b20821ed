package org.hathor.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hathor.contracts.engagement.ReactionKind;
import org.hathor.contracts.engagement.TargetType;
import org.hathor.simulator.Catalogue.Track;
import org.hathor.simulator.DayPlanner.SessionPlan;
import org.hathor.simulator.SimulatedEvent.Listened;
import org.hathor.simulator.SimulatedEvent.Reacted;
import org.hathor.simulator.SimulatedEvent.Started;

/**
 * Plays a session out: track after track, skips, stops and reactions, the likelier the better track and taste agree.
 */
final class SessionPlayer {
    private static final double MEDIAN_SESSION_MS = 26 * 60_000.0;
    private static final long LONGEST_SESSION_MS = 5 * 3_600_000L;
    private static final long SHORTEST_LISTEN_MS = 1_000;
    private static final int TRACKS_MAX = 200;
    private static final double LATE_MIN_MS = 600_000;

    private final SimulationConfig config;
    private final String mark;
    private final TrackChooser chooser;

    SessionPlayer(World world) {
        this.config = world.config();
        this.mark = config.mark();
        this.chooser = new TrackChooser(world.catalogue());
    }

    /** What the session reports, in the order in which it is sent. */
    List<SimulatedEvent> play(SessionPlan plan) {
        Randomness random = Randomness.of(config.seed(), 'S', plan.listener().index(), plan.day(), plan.number());
        long length = Math.min(LONGEST_SESSION_MS, (long) random.logNormal(MEDIAN_SESSION_MS, 0.8));
        long ends = Math.min(plan.endsByMs(), plan.beginsMs() + Math.max(60_000, length));
        Programme programme = Programme.choose(plan.listener(), config.seed(), chooser, random);
        boolean offline = random.chance(config.lateShare());
        double lateRange = StrictMath.log(SimulationConfig.LATE_MAX.toMillis() / LATE_MIN_MS);
        long reportedMs = ends + (long) (LATE_MIN_MS * StrictMath.exp(lateRange * random.uniform()));

        List<SimulatedEvent> events = new ArrayList<>();
        long now = plan.beginsMs();
        Track track = null;
        for (int n = 0; n < TRACKS_MAX && ends - now >= SHORTEST_LISTEN_MS; n++) {
            track = programme.nextAfter(track);
            String id = "%s-%d-%d-%d".formatted(mark, plan.day(), plan.number(), n);
            Play play = Play.of(plan.listener(), track, ends - now, random);
            long sent = now + play.msPlayed() + play.pausedMs();
            if (!offline) {
                events.add(new Started(now, plan.listener(), plan.country(), track));
            }
            events.add(new Listened(
                    offline ? reportedMs : sent,
                    plan.listener(),
                    plan.country(),
                    id,
                    track,
                    now,
                    play.msPlayed(),
                    programme.source(),
                    programme.sourceId(),
                    play.endReason(),
                    offline));
            react(plan, track, play, id, now, offline ? reportedMs : 0, events, random);
            now = sent + (random.chance(0.04) ? random.between(15_000, 240_000) : random.between(0, 2_500));
        }
        events.sort(Comparator.comparingLong(SimulatedEvent::sentMs));
        return events;
    }

    private static void react(
            SessionPlan plan,
            Track track,
            Play play,
            String id,
            long startedMs,
            long reportedMs,
            List<SimulatedEvent> events,
            Randomness random) {
        long occurred = startedMs + (long) (play.msPlayed() * (0.2 + 0.8 * random.uniform()));
        for (ReactionKind kind : play.reactions(random)) {
            boolean toArtist = kind == ReactionKind.FOLLOW;
            long at = kind == ReactionKind.SKIP ? startedMs + play.msPlayed() : occurred;
            events.add(new Reacted(
                    Math.max(at, reportedMs),
                    plan.listener(),
                    plan.country(),
                    id + "-" + kind.name().toLowerCase(java.util.Locale.ROOT),
                    kind,
                    toArtist ? TargetType.ARTIST : TargetType.TRACK,
                    track,
                    at));
        }
    }
}
