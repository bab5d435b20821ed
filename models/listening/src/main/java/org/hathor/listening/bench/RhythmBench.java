package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import org.hathor.audio.rhythm.EventScore;
import org.hathor.audio.rhythm.Rhythm;
import org.hathor.audio.rhythm.RhythmAnalyser;
import org.hathor.audio.rhythm.TempoScore;
import org.hathor.listening.bench.GeneratedPieces.Answers;
import org.hathor.listening.bench.GeneratedPieces.Heard;
import org.hathor.simulator.music.Feel;
import org.hathor.simulator.music.Piece;

/** Tempo, beats and onsets against the truth of generated pieces, and against librosa. */
public final class RhythmBench implements Bench {
    @Override
    public String name() {
        return "rhythm";
    }

    @Override
    public String about() {
        return "tempo, beats and onsets on 500 generated pieces, librosa beside; mir_eval checks our metrics";
    }

    @Override
    public Table run(BenchContext context) throws IOException, InterruptedException {
        RhythmAnalyser analyser = new RhythmAnalyser();
        Answers<Rhythm> answers = GeneratedPieces.heard(
                context,
                "rhythm",
                samples -> analyser.analyse(samples, GeneratedPieces.SAMPLE_RATE),
                (piece, rhythm) -> Map.of("truth", truth(piece), "ours", estimates(rhythm)));
        List<Heard<Rhythm>> all = answers.pieces();
        List<Line> lines = new ArrayList<>();
        lines.add(tempo(all, "tempo Acc1 (within 4 %)", score -> score == TempoScore.RIGHT)
                .withGoal(Goal.atLeast(0.95)));
        lines.add(tempo(all, "tempo Acc1, lead over the peer", score -> score == TempoScore.RIGHT)
                .withGoal(Goal.aboveThePeerBy(0.10)));
        lines.add(tempo(all, "tempo Acc2 (×2, ×3, ×½, ×⅓ too)", score -> score != TempoScore.WRONG)
                .withGoal(Goal.atLeast(0.99)));
        lines.add(onsets(all).withGoal(Goal.atLeast(0.95)));
        lines.add(beats(all, "beats F (±70 ms, from 5 s on)").withGoal(Goal.atLeast(0.95)));
        for (Feel feel : Feel.values()) {
            List<Heard<Rhythm>> some =
                    all.stream().filter(heard -> heard.piece().feel() == feel).toList();
            String title = feel.name().toLowerCase(Locale.ROOT);
            lines.add(tempo(some, "  Acc1, " + title, score -> score == TempoScore.RIGHT)
                    .withNote(some.size() + " pieces"));
            lines.add(beats(some, "  beats F, " + title));
        }
        Line metrics = Line.of("our F-measures, difference from mir_eval's").withGoal(Goal.atMost(1e-9));
        lines.add(
                peerMean(all, RhythmBench::difference).isEmpty()
                        ? metrics.withNote(context.peers().whyNot())
                        : metrics.withOurs(all.stream()
                                        .mapToDouble(RhythmBench::difference)
                                        .max()
                                        .orElseThrow())
                                .withNote("the largest over pieces and both measures"));
        lines.add(Line.of("milliseconds a second of sound")
                .withGoal(Goal.atMost(2.5))
                .withOurs(1000
                        * mean(
                                all,
                                heard -> heard.cpuSeconds()
                                        / heard.piece().spec().seconds()))
                .withPeer(peerMean(
                        all,
                        heard -> 1000
                                * heard.peer().orElseThrow().get("seconds").asDouble()
                                / heard.piece().spec().seconds()))
                .withNote("processor time of one thread; ours with onsets, tempo, beats and pitch classes"));
        lines.addAll(AnnotatedClips.rhythm(context, analyser));
        return new Table(name(), answers.peers(), lines);
    }

    private static Map<String, double[]> truth(Piece piece) {
        return Map.of("onsets", piece.onsets(), "beats", piece.beats());
    }

    private static Map<String, double[]> estimates(Rhythm rhythm) {
        return Map.of(
                "onsets", rhythm.onsets().seconds(), "beats", rhythm.beats().seconds());
    }

    private static Line tempo(List<Heard<Rhythm>> pieces, String title, Predicate<TempoScore> counts) {
        return Line.of(title)
                .withOurs(
                        mean(pieces, heard -> share(heard, heard.ours().tempo().bpm(), counts)))
                .withPeer(peerMean(
                        pieces,
                        heard -> share(
                                heard, heard.peer().orElseThrow().get("tempo").asDouble(), counts)));
    }

    private static double share(Heard<Rhythm> heard, double bpm, Predicate<TempoScore> counts) {
        return counts.test(TempoScore.of(heard.piece().tempoBpm(), bpm)) ? 1 : 0;
    }

    private static Line onsets(List<Heard<Rhythm>> pieces) {
        return Line.of("onsets F (±50 ms)")
                .withOurs(mean(
                        pieces, heard -> onsetF(heard, heard.ours().onsets().seconds())))
                .withPeer(peerMean(
                        pieces,
                        heard -> onsetF(heard, times(heard.peer().orElseThrow().get("onsets")))));
    }

    private static Line beats(List<Heard<Rhythm>> pieces, String title) {
        return Line.of(title)
                .withOurs(
                        mean(pieces, heard -> beatF(heard, heard.ours().beats().seconds())))
                .withPeer(peerMean(
                        pieces,
                        heard -> beatF(heard, times(heard.peer().orElseThrow().get("beats")))));
    }

    private static double onsetF(Heard<Rhythm> heard, double[] onsets) {
        return EventScore.ofOnsets(heard.piece().onsets(), onsets).f();
    }

    private static double beatF(Heard<Rhythm> heard, double[] beats) {
        return EventScore.ofBeats(heard.piece().beats(), beats).f();
    }

    private static double difference(Heard<Rhythm> heard) {
        JsonNode theirs = heard.peer().orElseThrow().get("mirEval");
        double onsetF = onsetF(heard, heard.ours().onsets().seconds());
        double beatF = beatF(heard, heard.ours().beats().seconds());
        return Math.max(
                Math.abs(theirs.get("onsets").asDouble() - onsetF),
                Math.abs(theirs.get("beats").asDouble() - beatF));
    }

    private static double[] times(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static double mean(List<Heard<Rhythm>> pieces, ToDoubleFunction<Heard<Rhythm>> figure) {
        return pieces.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Nothing unless the peer heard every piece: figures of different pieces are not compared. */
    private static OptionalDouble peerMean(List<Heard<Rhythm>> pieces, ToDoubleFunction<Heard<Rhythm>> figure) {
        return pieces.stream().allMatch(heard -> heard.peer().isPresent())
                ? pieces.stream().mapToDouble(figure).average()
                : OptionalDouble.empty();
    }
}
