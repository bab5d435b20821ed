package org.hathor.listening.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hathor.audio.Pcm;
import org.hathor.audio.loudness.Loudness;
import org.hathor.audio.loudness.LoudnessMeter;
import org.hathor.audio.reading.AudioEncoding;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.reading.AudioWriter;
import org.hathor.audio.reading.Ffmpeg;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Synthesizer;

/** Our loudness against the {@code ebur128} filter of the bundled ffmpeg, file by file. */
public final class LoudnessBench implements Bench {
    private static final int PIECES = 8;
    private static final int PIECE_RATE = 44_100;
    private static final double LU_MAX = 0.1;
    private static final Pattern VALUE = Pattern.compile("lavfi\\.r128\\.([A-Za-z_]+)=(-?[0-9.]+)");

    @Override
    public String name() {
        return "loudness";
    }

    @Override
    public String about() {
        return "integrated loudness, range and true peak against ffmpeg's ebur128, largest difference over files";
    }

    @Override
    public Table run(BenchContext context) throws IOException, InterruptedException {
        Ffmpeg ffmpeg = Ffmpeg.bundled();
        List<Line> lines = new ArrayList<>();
        lines.addAll(compare("generated music", generated(context, ffmpeg), ffmpeg, context.progress()));
        Optional<Path> recordings = context.dataSet("audio-librosa/audio");
        if (recordings.isPresent()) {
            lines.addAll(compare("real recordings", audio(recordings.get()), ffmpeg, context.progress()));
        } else {
            lines.add(Line.of("real recordings: integrated, LU")
                    .withGoal(Goal.atMost(LU_MAX))
                    .withNote("no audio-librosa in the data folder"));
        }
        return new Table(name(), "ffmpeg ebur128", lines);
    }

    private static List<Line> compare(String what, List<Path> files, Ffmpeg ffmpeg, Progress progress)
            throws IOException, InterruptedException {
        progress.phase(what);
        AudioReader reader = AudioReader.standard();
        double integrated = 0;
        double range = 0;
        double peak = 0;
        double spentNanos = 0;
        double seconds = 0;
        for (int i = 0; i < files.size(); i++) {
            progress.step(i, files.size());
            Pcm pcm = reader.read(files.get(i), AudioFormat.asRecorded());
            long start = cpuNanos();
            Loudness ours = LoudnessMeter.measure(pcm);
            spentNanos += cpuNanos() - start;
            seconds += pcm.seconds();
            Map<String, Double> theirs = ebur128(ffmpeg, files.get(i));
            integrated = Math.max(integrated, Math.abs(ours.integratedLufs() - theirs.get("I")));
            range = Math.max(range, Math.abs(ours.rangeLu() - theirs.get("LRA")));
            peak = Math.max(peak, Math.abs(ours.truePeakDbtp() - 20 * Math.log10(theirs.get("true_peak"))));
        }
        String count = files.size() + " files";
        return List.of(
                Line.of(what + ": integrated, LU")
                        .withGoal(Goal.atMost(LU_MAX))
                        .withOurs(integrated)
                        .withNote(count),
                Line.of(what + ": range, LU").withOurs(range).withNote(count),
                Line.of(what + ": true peak, dB").withOurs(peak).withNote(count),
                Line.of(what + ": µs a second of audio")
                        .withOurs(spentNanos / 1000 / seconds)
                        .withNote("one thread, decoding left out"));
    }

    /** What the filter says at a file's end, by the last part of its keys. */
    private static Map<String, Double> ebur128(Ffmpeg ffmpeg, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                ffmpeg.executable().toString(), "-v", "error", "-nostdin", "-i", "file:" + file, "-af");
        builder.command().add("ebur128=metadata=1:peak=true,ametadata=mode=print:file=-");
        builder.command().addAll(List.of("-f", "null", "-"));
        Process process = builder.redirectError(Redirect.DISCARD).start();
        Map<String, Double> last = new HashMap<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher value = VALUE.matcher(line);
                if (value.matches()) {
                    last.put(value.group(1), Double.valueOf(value.group(2)));
                }
            }
        }
        if (process.waitFor() != 0 || last.isEmpty()) {
            throw new IOException("ffmpeg's ebur128 gave nothing for " + file);
        }
        return last;
    }

    private static List<Path> generated(BenchContext context, Ffmpeg ffmpeg) {
        AudioWriter writer = new AudioWriter(ffmpeg);
        List<Path> files = new ArrayList<>();
        for (int seed = 0; seed < PIECES; seed++) {
            context.progress().step(seed, PIECES);
            float[] mix = Synthesizer.render(Composer.compose(PieceSpec.random(seed)), PIECE_RATE)
                    .mix();
            Path file = context.scratch().resolve("piece-" + seed + ".flac");
            writer.write(Pcm.mono(mix, PIECE_RATE), file, AudioEncoding.FLAC);
            files.add(file);
        }
        return files;
    }

    private static List<Path> audio(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ogg"))
                    .sorted()
                    .toList();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
