package org.hathor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hathor.simulator.music.CatalogueMusic;
import org.hathor.simulator.music.Composer;
import org.hathor.simulator.music.MusicFolder;
import org.hathor.simulator.music.MusicFolder.Contents;
import org.hathor.simulator.music.Piece;
import org.hathor.simulator.music.PieceSpec;
import org.hathor.simulator.music.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes generated music, with the truth about it, into a folder. */
@Command(
        name = "music",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Composes pieces and writes them as WAV files, each with a JSON file of what is true about it:",
            "tempo, beats, key, chords, onsets, the tune and its pitch, the mood. The same seed gives the same bytes.",
            "Files that are there already are left alone; when one holds something else, the command stops."
        })
final class MusicCommand implements Callable<Integer> {
    private static final int COUNT_MAX = 1_000_000;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private WorldOptions world;

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "pieces (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder to write to")
    private Path out;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "length of each, 5 to 1200 (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "44100",
            description = "samples a second, 8000 to 96000 (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--stems", description = "write a mono mix and its stems: voice, drums, bass and other")
    private boolean stems;

    @Option(
            names = "--catalogue",
            description = {
                "write TRACK_ID.wav for the first N tracks of the simulated world of that seed,",
                "each in the manner of its genre, instead of pieces at random"
            })
    private boolean catalogue;

    @Override
    public Integer call() throws IOException {
        require("--count", count >= 1 && count <= COUNT_MAX, "must be 1 to %d, not %d".formatted(COUNT_MAX, count));
        require("--seconds", seconds >= 5 && seconds <= 1_200, "must be 5 to 1200, not " + seconds);
        require("--rate", rate >= 8_000 && rate <= 96_000, "must be 8000 to 96000, not " + rate);
        require("--out", !Files.exists(out) || Files.isDirectory(out), "'%s' is not a folder".formatted(out));
        List<Catalogue.Track> tracks = catalogue ? tracks() : List.of();
        int total = catalogue ? Math.min(count, tracks.size()) : count;
        Contents contents = stems ? Contents.STEMS : catalogue ? Contents.SOUND : Contents.MIX;
        MusicFolder folder = new MusicFolder(out, rate, contents);
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err, total);
        try {
            for (int i = 0; i < total; i++) {
                String name = catalogue ? tracks.get(i).trackId() : "piece-" + (world.seed() + i);
                folder.write(name, piece(i, tracks));
                progress.at(i + 1);
            }
        } catch (FileAlreadyExistsException e) {
            err.println("--out: %s: %s".formatted(e.getFile(), e.getReason()));
            err.flush();
            return 1;
        }
        return 0;
    }

    private Piece piece(int index, List<Catalogue.Track> tracks) {
        if (!catalogue) {
            return Composer.compose(PieceSpec.random(world.seed() + index).withSeconds(seconds));
        }
        Catalogue.Track track = tracks.get(index);
        String genre = track.artist().genres().get(0);
        return Composer.compose(
                CatalogueMusic.of(track.trackId(), track.title(), genre).withSeconds(seconds));
    }

    private List<Catalogue.Track> tracks() {
        try {
            return Catalogue.of(world.config(0, 0)).tracks();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private void require(String option, boolean holds, String fault) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), option + " " + fault);
        }
    }
}
