package org.hathor.listening.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hathor.audio.Pcm;
import org.hathor.audio.feature.FeatureExtractor;
import org.hathor.audio.reading.AudioFormat;
import org.hathor.audio.reading.AudioReader;

/** How fast the whole feature set of a track is computed, decoding left out. */
public final class FeaturesBench implements Bench {
    private static final double TIMES_REAL_TIME = 100;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "features";
    }

    @Override
    public String about() {
        return "the whole feature set of a track on one core, decoding left out";
    }

    @Override
    public Table run(BenchContext context) throws IOException {
        List<Path> files = Recordings.once(context);
        Line line = Line.of("whole feature set, × real time a core").withGoal(Goal.atLeast(TIMES_REAL_TIME));
        if (files.isEmpty()) {
            return Table.of(name(), List.of(line.withNote(Recordings.MISSING)));
        }
        context.progress().phase("reading %d files".formatted(files.size()));
        AudioReader reader = AudioReader.standard();
        List<Pcm> tracks = new ArrayList<>();
        for (Path file : files) {
            tracks.add(reader.read(file, AudioFormat.asRecorded()));
        }
        double seconds = tracks.stream().mapToDouble(Pcm::seconds).sum();
        context.progress().phase("ours against the clock");
        FeatureExtractor extractor = new FeatureExtractor();
        double least = CpuTime.least(
                ROUNDS,
                1,
                () -> tracks.forEach(track -> {
                    if (extractor.extract(track).seconds() <= 0) {
                        throw new IllegalStateException("a track has lost its length");
                    }
                }));
        return Table.of(
                name(),
                List.of(line.withOurs(seconds / least)
                        .withNote("%.0f s of audio as recorded, processor time".formatted(seconds))));
    }
}
