package org.hathor.batch.mood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.hathor.batch.JobContext;
import org.hathor.batch.Progress;
import org.hathor.mood.EmopiaClips;
import org.hathor.mood.LabelledClips;
import org.hathor.mood.MoodClip;

/**
 * EMOPIA, rendered by as many tasks as there are cores. Each task renders a hand of the clips into the folder where
 * {@link EmopiaClips} keeps spectrograms; a task that dies leaves those it finished, and the next run renders the rest.
 */
final class ParallelEmopia implements LabelledClips {
    private static final int HAND = 8;

    private final JobContext context;
    private final Path folder;
    private final Path cache;
    private final EmopiaClips clips;

    ParallelEmopia(JobContext context, Path folder) {
        this.context = Objects.requireNonNull(context, "context is null");
        this.folder = folder.toAbsolutePath().normalize();
        this.cache = context.data().resolve("models").resolve("mood").resolve("rendered");
        if (!Files.isDirectory(this.folder)) {
            throw new IllegalArgumentException("--emopia: there is no folder " + this.folder);
        }
        this.clips = new EmopiaClips(this.folder, cache, System.getenv());
    }

    @Override
    public String name() {
        return clips.name();
    }

    @Override
    public String licence() {
        return clips.licence();
    }

    @Override
    public List<MoodClip> clips() throws IOException, InterruptedException {
        Path hands = Files.createTempDirectory("hathor-emopia-hands");
        try {
            render(deal(hands));
        } finally {
            delete(hands);
        }
        context.progress().phase("reading spectrograms");
        return clips.clips();
    }

    private void render(List<String> hands) {
        if (hands.isEmpty()) {
            return;
        }
        LongAccumulator done = context.spark().sparkContext().longAccumulator("rendered");
        context.progress().phase("rendering MIDI", new Progress.Work((long) hands.size() * HAND, done::value, "clips"));
        String kept = cache.toString();
        JavaSparkContext.fromSparkContext(context.spark().sparkContext())
                .parallelize(hands, hands.size())
                .foreach(hand -> {
                    new EmopiaClips(Path.of(hand), Path.of(kept), System.getenv()).clips();
                    done.add(HAND);
                });
    }

    /** MIDI files, what lies in zip files too, dealt to folders of a few each. */
    private List<String> deal(Path hands) throws IOException {
        List<String> folders = new ArrayList<>();
        int[] dealt = {0};
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (name.endsWith(".mid")) {
                    Files.copy(
                            file,
                            next(hands, folders, dealt)
                                    .resolve(file.getFileName().toString()));
                } else if (name.endsWith(".zip")) {
                    unzip(file, hands, folders, dealt);
                }
            }
        }
        return folders;
    }

    private static void unzip(Path zip, Path hands, List<String> folders, int[] dealt) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (!entry.isDirectory() && name.endsWith(".mid")) {
                    Files.copy(in, next(hands, folders, dealt).resolve(name));
                }
            }
        }
    }

    private static Path next(Path hands, List<String> folders, int[] dealt) throws IOException {
        if (dealt[0]++ % HAND == 0) {
            folders.add(Files.createDirectory(hands.resolve("hand-" + folders.size()))
                    .toString());
        }
        return Path.of(folders.get(folders.size() - 1));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the log: where and how much. */
    @Override
    public String toString() {
        return Map.of("folder", folder, "cache", cache).toString();
    }
}
