package org.hathor.mood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * EMOPIA: piano clips, each in one quadrant by the word of its annotators (Hung et al., "EMOPIA: a multi-modal pop
 * piano dataset for emotion recognition and emotion-based music generation", ISMIR 2021), as MIDI files named
 * {@code Q1_song_part.mid} in a folder or in zip files there, rendered with {@link FluidSynth}. Spectrograms are kept
 * in a folder, so that a clip is rendered once.
 */
public final class EmopiaClips implements LabelledClips {
    private static final Pattern NAME = Pattern.compile("(Q[1-4])_(.+)_(\\d+)\\.mid");

    private final Path folder;
    private final Path cache;
    private final Map<String, String> environment;

    /**
     * @param folder where the MIDI files or {@code midis.zip} lie
     * @param cache where spectrograms are kept; made when missing
     * @param environment where FluidSynth is looked for, as {@link System#getenv()}
     */
    public EmopiaClips(Path folder, Path cache, Map<String, String> environment) {
        this.folder = folder;
        this.cache = cache.resolve("emopia-" + LogMelFrontEnd.VERSION);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return "EMOPIA";
    }

    @Override
    public String licence() {
        return "annotations and MIDI for research; the music belongs to its owners: do not pass on what was trained on it";
    }

    /**
     * @throws NoSuchFileException when there are no MIDI files of EMOPIA, or something is to be rendered and FluidSynth
     *     is missing
     */
    @Override
    public List<MoodClip> clips() throws IOException, InterruptedException {
        Files.createDirectories(cache);
        Path unpacked = Files.createTempDirectory("hathor-emopia");
        try {
            Map<String, Path> midis = midis(unpacked);
            if (midis.isEmpty()) {
                throw new NoSuchFileException(
                        folder.toString(),
                        null,
                        "there are no MIDI files of EMOPIA (Q1_song_part.mid), nor a zip file with them");
            }
            List<MoodClip> clips = new ArrayList<>();
            for (Map.Entry<String, Path> midi : midis.entrySet()) {
                Matcher name = NAME.matcher(midi.getKey());
                if (name.matches()) {
                    List<PlayedNote> notes = MidiNotes.read(midi.getValue());
                    clips.add(new MoodClip(
                            midi.getKey().replace(".mid", ""),
                            name.group(2),
                            logMel(midi.getKey(), midi.getValue()).upTo(lastEnd(notes)),
                            MoodLabels.of(Quadrant.valueOf(name.group(1))),
                            notes));
                }
            }
            return clips;
        } finally {
            delete(unpacked);
        }
    }

    /** What rings on after the last key is let go is no music any more. */
    private static double lastEnd(List<PlayedNote> notes) {
        return notes.stream().mapToDouble(PlayedNote::end).max().orElse(Double.POSITIVE_INFINITY);
    }

    private LogMel logMel(String name, Path midi) throws IOException, InterruptedException {
        Path kept = cache.resolve(name + ".mel");
        if (Files.exists(kept)) {
            return new LogMel(Files.readAllBytes(kept));
        }
        LogMel logMel = LogMelFrontEnd.logMel(FluidSynth.require(environment).render(midi, LogMelFrontEnd.SAMPLE_RATE));
        Path unfinished = cache.resolve(name + ".unfinished");
        Files.write(unfinished, logMel.levels());
        Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return logMel;
    }

    /** MIDI files by name, in order; what lies in zip files is unpacked. */
    private Map<String, Path> midis(Path unpacked) throws IOException {
        Map<String, Path> midis = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return midis;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (NAME.matcher(name).matches()) {
                    midis.put(name, file);
                } else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                    unzip(file, unpacked, midis);
                }
            }
        }
        return midis;
    }

    private static void unzip(Path zip, Path unpacked, Map<String, Path> midis) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (!entry.isDirectory() && NAME.matcher(name).matches()) {
                    Path file = unpacked.resolve(name);
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                    midis.put(name, file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
