package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.Piece;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Synthesizer;

/**
 * The pieces that tempo, beats, onsets and key are judged on: seeds 0 to 499, 30 s each, 60 to 200 beats a minute, with
 * swing, triplets and drift. No model was trained or tuned on them. They go to the peer a few at a time, so that no
 * more than these lie on disk.
 */
final class GeneratedPieces {
    static final int COUNT = 500;
    static final int SAMPLE_RATE = 22_050;
    private static final int AT_ONCE = 25;

    /**
     * A piece with what was heard in it.
     *
     * @param <T> our estimate
     * @param piece the truth
     * @param ours our estimate
     * @param cpuSeconds what it took, on one thread
     * @param peer the peer's answer about it, where there is one
     */
    record Heard<T>(Piece piece, T ours, double cpuSeconds, Optional<JsonNode> peer) {}

    /** What we make of a piece's sound. */
    interface Ear<T> {
        T listen(float[] samples);
    }

    /** What the peer is told of a piece beside its sound. */
    interface Question<T> {
        Map<String, Object> about(Piece piece, T ours);
    }

    /**
     * @param peers versions of the peer that answered; empty where none did
     * @param pieces every piece
     */
    record Answers<T>(String peers, List<Heard<T>> pieces) {}

    private GeneratedPieces() {}

    static <T> Answers<T> heard(BenchContext context, String script, Ear<T> ear, Question<T> question)
            throws IOException, InterruptedException {
        List<Heard<T>> heard = new ArrayList<>();
        String version = "";
        for (int first = 0; first < COUNT; first += AT_ONCE) {
            List<Heard<T>> ours = new ArrayList<>();
            List<Map<String, Object>> tracks = new ArrayList<>();
            context.progress().phase("pieces heard by us");
            for (int seed = first; seed < first + AT_ONCE; seed++) {
                context.progress().step(seed, COUNT);
                Piece piece = Composer.compose(PieceSpec.random(seed));
                float[] samples = Synthesizer.render(piece, SAMPLE_RATE).mix();
                long started = ThreadTime.nanos();
                T estimate = ear.listen(samples);
                ours.add(new Heard<>(piece, estimate, (ThreadTime.nanos() - started) / 1e9, Optional.empty()));
                Path file = context.scratch().resolve("piece-" + seed % AT_ONCE + ".f32");
                Float32File.write(file, samples);
                Map<String, Object> track = new HashMap<>(question.about(piece, estimate));
                track.put("samples", file.toString());
                track.put("sampleRate", SAMPLE_RATE);
                tracks.add(track);
            }
            context.progress().phase("pieces %d to %d heard by the peer".formatted(first, first + AT_ONCE - 1));
            Optional<JsonNode> answer = context.peers().ask(script, Map.of("tracks", tracks));
            for (int i = 0; i < AT_ONCE; i++) {
                int track = i;
                heard.add(new Heard<>(
                        ours.get(i).piece(), ours.get(i).ours(), ours.get(i).cpuSeconds(), answer.map(node -> node.get(
                                        "tracks")
                                .get(track))));
                Files.deleteIfExists(context.scratch().resolve("piece-" + i + ".f32"));
            }
            version = answer.map(node -> "librosa " + node.get("version").asText())
                    .orElse(version);
        }
        return new Answers<>(version, List.copyOf(heard));
    }
}
