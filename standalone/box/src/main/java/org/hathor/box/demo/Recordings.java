package org.hathor.box.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hathor.box.CommandException;
import org.hathor.box.Console;
import org.hathor.box.Program;
import org.hathor.box.ProgramRun;

/** The music of the simulated catalogue: some of its tracks, composed and played by the simulator. */
final class Recordings {
    private static final int TRACKS = 40;

    private Recordings() {}

    /**
     * Records tracks into the folder of the catalogue's audio objects, unless that lies outside the box's data: then it
     * is somebody's own.
     */
    static void make(ProgramRun run, Path objects, Path data, Console console)
            throws IOException, InterruptedException {
        if (!objects.startsWith(data)) {
            return;
        }
        console.step("the catalogue's first %d tracks are composed and recorded", TRACKS);
        List<String> arguments = new ArrayList<>(List.of("music", "--catalogue"));
        arguments.addAll(Population.WORLD);
        arguments.addAll(List.of("--count", Integer.toString(TRACKS), "--out", objects.toString()));
        int status = run.run(Program.SIMULATOR, arguments);
        if (status != 0) {
            throw new CommandException("the recordings could not be made: status " + status);
        }
    }
}
