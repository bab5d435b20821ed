package org.hathor.simulator.music;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

/** A folder that receives pieces: sound as WAV, truth as JSON. It never overwrites what is not its own. */
public final class MusicFolder {
    private final Path folder;
    private final int sampleRate;
    private final Contents contents;

    /** What is written of a piece. */
    public enum Contents {
        /** The stereo mix and the truth. */
        MIX,
        /** The mono mix, its four stems and the truth. */
        STEMS,
        /** The stereo mix. */
        SOUND
    }

    /**
     * @param folder made when it is absent
     * @param sampleRate samples a second, 8,000 to 96,000
     */
    public MusicFolder(Path folder, int sampleRate, Contents contents) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sampleRate = sampleRate;
        this.contents = contents;
    }

    /**
     * Writes a piece.
     *
     * @param name of its files, before their endings
     * @throws FileAlreadyExistsException when a file of that name holds something else; it is left as it is
     */
    public void write(String name, Piece piece) throws IOException {
        if (contents != Contents.SOUND) {
            put(name + ".json", PieceTruth.json(piece).getBytes(StandardCharsets.UTF_8));
        }
        if (contents != Contents.STEMS) {
            put(name + ".wav", WavFile.of(sampleRate, Synthesizer.renderStereo(piece, sampleRate)));
            return;
        }
        Rendering rendering = Synthesizer.render(piece, sampleRate);
        put(name + ".wav", WavFile.of(sampleRate, rendering.mix()));
        for (Stem stem : Stem.values()) {
            put(
                    "%s.%s.wav".formatted(name, stem.name().toLowerCase(Locale.ROOT)),
                    WavFile.of(sampleRate, rendering.stem(stem)));
        }
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            if (Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
            throw new FileAlreadyExistsException(file.toString(), null, "it is there and holds something else");
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
