package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hathor.audio.pitch.PitchSettings;
import org.hathor.audio.pitch.PitchTrack;
import org.hathor.audio.pitch.ProbabilisticYin;

/** Our pitch of voices against librosa's pyin, clean and in white noise, with mir_eval as the second judge. */
public final class PitchBench implements Bench {
    private static final int SAMPLE_RATE = 22_050;
    private static final int VOICES = 8;
    private static final double SNR_DECIBELS = 10;
    private static final double CLEAN_GOAL = 0.95;
    private static final double NOISY_GOAL = 0.90;
    private static final double SPEED_GOAL = 20;

    @Override
    public String name() {
        return "pitch";
    }

    @Override
    public String about() {
        return "raw pitch accuracy (50 cents) on voices, clean and at 10 dB, and speed, against librosa's pyin";
    }

    @Override
    public Table run(BenchContext context) throws IOException, InterruptedException {
        List<Voice> voices = new ArrayList<>();
        context.progress().phase("voices are sung");
        for (long seed = 0; voices.size() < VOICES; seed++) {
            Voice.sung(seed, SAMPLE_RATE).ifPresent(voices::add);
            context.progress().step(voices.size(), VOICES);
        }
        Optional<Path> vocadito = context.dataSet("vocadito");
        if (vocadito.isPresent()) {
            voices.add(Voice.recorded(vocadito.get(), SAMPLE_RATE));
        }
        List<Take> takes = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            Voice voice = voices.get(i);
            takes.add(new Take(voice, "clean", voice.samples()));
            takes.add(new Take(voice, "10 dB", voice.inNoise(SNR_DECIBELS, i)));
        }
        PitchSettings settings = PitchSettings.voice(SAMPLE_RATE);
        double ourSpeed = track(takes, settings, context.progress());
        Optional<JsonNode> peer = ask(takes, settings, context);
        return new Table(
                name(),
                peer.map(found -> found.get("version").asText()).orElse(""),
                lines(takes, settings, ourSpeed, peer, vocadito.isPresent(), context.peers()));
    }

    private static List<Line> lines(
            List<Take> takes,
            PitchSettings settings,
            double ourSpeed,
            Optional<JsonNode> peer,
            boolean recorded,
            Peers peers)
            throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String source : List.of("generated", "vocadito")) {
            for (String condition : List.of("clean", "10 dB")) {
                double goal = condition.equals("clean") ? CLEAN_GOAL : NOISY_GOAL;
                Line line =
                        Line.of("%s voices, %s".formatted(source, condition)).withGoal(Goal.atLeast(goal));
                if (source.equals("vocadito") && !recorded) {
                    lines.add(line.withNote("no vocadito in the data folder"));
                    continue;
                }
                Line full = line.withOurs(mean(takes, source, condition, Take::ours));
                if (peer.isPresent()) {
                    full = full.withPeer(mean(takes, source, condition, Take::theirs));
                }
                lines.add(full);
                lines.add(Line.of("  the same, not below the peer")
                        .withGoal(Goal.aboveThePeerBy(0))
                        .withOurs(full.ours().getAsDouble())
                        .withPeer(full.peer()));
            }
        }
        OptionalDouble theirSpeed =
                peer.isPresent() ? OptionalDouble.of(peer.get().get("speed").asDouble()) : OptionalDouble.empty();
        lines.add(Line.of("speed, times real time, one thread")
                .withGoal(Goal.timesThePeer(SPEED_GOAL))
                .withOurs(ourSpeed)
                .withPeer(theirSpeed)
                .withNote(peer.isPresent() ? "%.0f µs a second of audio".formatted(1e6 / ourSpeed) : peers.whyNot()));
        if (peer.isPresent()) {
            double apart = 0;
            for (int i = 0; i < takes.size(); i++) {
                double judged = peer.get().get("tracks").get(i).get("ours").asDouble();
                apart = Math.max(apart, Math.abs(judged - takes.get(i).ours()));
            }
            lines.add(Line.of("our formula less mir_eval's, largest")
                    .withGoal(Goal.atMost(0.005))
                    .withOurs(apart));
        }
        return lines;
    }

    private static double mean(List<Take> takes, String source, String condition, Score score) throws IOException {
        double sum = 0;
        int count = 0;
        for (Take take : takes) {
            if (take.voice.source().equals(source) && take.condition.equals(condition)) {
                sum += score.of(take);
                count++;
            }
        }
        return sum / count;
    }

    /** Tracks every take twice and times the second, in seconds of audio a second of processor. */
    private static double track(List<Take> takes, PitchSettings settings, Progress progress) {
        progress.phase("ours");
        double nanos = 0;
        double seconds = 0;
        for (int i = 0; i < takes.size(); i++) {
            Take take = takes.get(i);
            new ProbabilisticYin(settings).track(take.samples);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            take.track = new ProbabilisticYin(settings).track(take.samples);
            nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            seconds += (double) take.samples.length / SAMPLE_RATE;
            progress.step(i + 1, takes.size());
        }
        return seconds / (nanos / 1e9);
    }

    private static Optional<JsonNode> ask(List<Take> takes, PitchSettings settings, BenchContext context)
            throws IOException, InterruptedException {
        context.progress().phase("librosa's pyin");
        List<Map<String, Object>> tracks = new ArrayList<>();
        for (int i = 0; i < takes.size(); i++) {
            Take take = takes.get(i);
            take.peerFile = context.scratch().resolve("take-" + i + ".peer.f32");
            tracks.add(Map.of(
                    "samples", file(context, i, "samples", take.samples),
                    "times", file(context, i, "times", take.voice.times()),
                    "reference", file(context, i, "reference", take.voice.f0()),
                    "ours", file(context, i, "ours", take.track.frequency()),
                    "ours_hop", take.track.hopSeconds(),
                    "found", take.peerFile.toString()));
        }
        return context.peers()
                .ask(
                        "pitch",
                        Map.of(
                                "sample_rate",
                                SAMPLE_RATE,
                                "fmin",
                                settings.fmin(),
                                "fmax",
                                settings.fmax(),
                                "tracks",
                                tracks));
    }

    private static String file(BenchContext context, int take, String what, float[] values) throws IOException {
        Path file = context.scratch().resolve("take-%d.%s.f32".formatted(take, what));
        Float32File.write(file, values);
        return file.toString();
    }

    private interface Score {
        double of(Take take) throws IOException;
    }

    /** A voice under one condition, and what was heard in it. */
    private static final class Take {
        private final Voice voice;
        private final String condition;
        private final float[] samples;
        private PitchTrack track;
        private Path peerFile;

        Take(Voice voice, String condition, float[] samples) {
            this.voice = voice;
            this.condition = condition;
            this.samples = samples;
        }

        double ours() {
            return PitchAccuracy.raw(voice.times(), voice.f0(), track.frequency(), track.hopSeconds());
        }

        /** librosa's, in its own frames of 512 samples. */
        double theirs() throws IOException {
            return PitchAccuracy.raw(voice.times(), voice.f0(), Float32File.read(peerFile), 512.0 / SAMPLE_RATE);
        }
    }
}
