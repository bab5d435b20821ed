package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hathor.audio.tonality.Key;
import org.hathor.audio.tonality.KeyEstimator;
import org.hathor.audio.tonality.Mode;
import org.hathor.audio.tonality.PitchClasses;
import org.hathor.listening.bench.GeneratedPieces.Answers;
import org.hathor.listening.bench.GeneratedPieces.Heard;
import org.hathor.simulator.music.Piece;

/** The key against the truth of generated pieces, and against older profiles on our pitch classes and on librosa's. */
public final class KeyBench implements Bench {
    /** What is heard in a piece: by the model, and by each of the older profiles. */
    private record Keys(Key model, Map<CorrelatedProfile, Key> older) {}

    @Override
    public String name() {
        return "key";
    }

    @Override
    public String about() {
        return "key on 500 generated pieces, Krumhansl and Schmuckler on librosa's chroma beside";
    }

    @Override
    public Table run(BenchContext context) throws IOException, InterruptedException {
        KeyEstimator estimator = new KeyEstimator();
        Answers<Keys> answers = GeneratedPieces.heard(
                context,
                "key",
                samples -> {
                    PitchClasses classes = PitchClasses.of(samples, GeneratedPieces.SAMPLE_RATE);
                    return new Keys(estimator.estimate(classes), CorrelatedProfile.all(classes));
                },
                (piece, keys) -> Map.of());
        List<Heard<Keys>> all = answers.pieces();
        boolean peerHeardAll = all.stream().allMatch(heard -> heard.peer().isPresent());
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("key, weighted (MIREX)")
                .withGoal(Goal.atLeast(0.85))
                .withOurs(mean(all, heard -> heard.ours().model().score(truth(heard.piece()))))
                .withPeer(
                        peerHeardAll
                                ? OptionalDouble.of(
                                        mean(all, heard -> peer(heard).score(truth(heard.piece()))))
                                : OptionalDouble.empty()));
        lines.add(Line.of("key, exactly right")
                .withOurs(mean(all, heard -> exact(heard.ours().model(), heard)))
                .withPeer(
                        peerHeardAll
                                ? OptionalDouble.of(mean(all, heard -> exact(peer(heard), heard)))
                                : OptionalDouble.empty()));
        for (CorrelatedProfile profile : CorrelatedProfile.values()) {
            lines.add(Line.of("  weighted, our pitch classes with the profiles of " + profile.title())
                    .withOurs(
                            mean(all, heard -> heard.ours().older().get(profile).score(truth(heard.piece())))));
        }
        lines.add(Line.of("confidence less share of right keys")
                .withOurs(mean(
                        all,
                        heard -> heard.ours().model().confidence()
                                - exact(heard.ours().model(), heard)))
                .withNote("0 is calibrated on the whole"));
        return new Table(name(), answers.peers(), lines);
    }

    private static Key truth(Piece piece) {
        return new Key(piece.key().tonic(), Mode.valueOf(piece.key().mode().name()), 1);
    }

    private static Key peer(Heard<Keys> heard) {
        JsonNode key = heard.peer().orElseThrow();
        return new Key(key.get("tonic").asInt(), Mode.valueOf(key.get("mode").asText()), 0);
    }

    private static double exact(Key key, Heard<Keys> heard) {
        return key.score(truth(heard.piece())) == 1 ? 1 : 0;
    }

    private static double mean(List<Heard<Keys>> pieces, ToDoubleFunction<Heard<Keys>> figure) {
        return pieces.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
