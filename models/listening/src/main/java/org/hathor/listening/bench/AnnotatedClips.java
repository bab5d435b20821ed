package org.hathor.listening.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.rhythm.EventScore;
import org.hathor.audio.rhythm.Rhythm;
import org.hathor.audio.rhythm.RhythmAnalyser;
import org.hathor.audio.rhythm.Tempo;

/** The real clips with annotated onsets and beats: few and short, a look rather than a measure. */
final class AnnotatedClips {
    private static final String DATA_SET = "audio-madmom";

    private AnnotatedClips() {}

    static List<Line> rhythm(BenchContext context, RhythmAnalyser analyser) throws IOException {
        Optional<Path> data = context.dataSet(DATA_SET).map(folder -> folder.resolve("data"));
        if (data.isEmpty()) {
            return List.of(Line.of("real clips").withNote("no " + DATA_SET));
        }
        Path clip = data.get().resolve("audio/sample.wav");
        Path annotations = data.get().resolve("annotations");
        Rhythm rhythm = hear(clip, analyser);
        Tempo tempo = rhythm.tempo();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("real clip of 2.8 s: onsets F")
                .withOurs(EventScore.ofOnsets(
                                times(annotations.resolve("sample.onsets")),
                                rhythm.onsets().seconds())
                        .f()));
        lines.add(Line.of("real clip of 2.8 s: beats F")
                .withOurs(EventScore.of(
                                times(annotations.resolve("sample.beats")),
                                rhythm.beats().seconds(),
                                EventScore.BEAT_WINDOW)
                        .f())
                .withNote("from its start: it is shorter than what is customarily left out"));
        lines.add(Line.of("real clip of 2.8 s: tempo")
                .withOurs(tempo.bpm())
                .withNote("annotated 87.5, or 175 at twice; our alternative %.1f".formatted(tempo.alternativeBpm())));
        Rhythm piano = hear(data.get().resolve("audio/stereo_sample.wav"), analyser);
        lines.add(Line.of("real piano of 4.1 s: onsets F")
                .withOurs(EventScore.ofOnsets(
                                merged(times(annotations.resolve("stereo_sample.notes"))),
                                piano.onsets().seconds())
                        .f()));
        return lines;
    }

    private static Rhythm hear(Path clip, RhythmAnalyser analyser) {
        int rate = GeneratedPieces.SAMPLE_RATE;
        return analyser.analyse(
                AudioReader.standard().read(clip, AudioFormat.mono(rate)).toMono(), rate);
    }

    /** The first column; lines that begin with # are comments. */
    private static double[] times(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[0]))
                .sorted()
                .toArray();
    }

    /** Notes of a chord are one onset. */
    private static double[] merged(double[] starts) {
        List<Double> onsets = new ArrayList<>();
        for (double start : starts) {
            if (onsets.isEmpty() || start - onsets.get(onsets.size() - 1) > 0.03) {
                onsets.add(start);
            }
        }
        return onsets.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
