package org.hathor.listening.analyse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.hathor.audio.reading.AudioReader;
import org.hathor.audio.reading.UnreadableAudioException;
import org.hathor.mood.MoodModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hathor audio analyse FILE}: what a recording is like, as words, as JSON, or as a sheet of drawings.
 *
 * <p>Exit codes: 0 when all was analysed, 1 when a file could not be, 2 when the command line is wrong.
 */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = "Tell tempo, key, loudness, character and moods of a recording, and draw a sheet of it.")
public final class AnalyseMain implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Anything ffmpeg reads: mp3, flac, ogg, wav, m4a.")
    private List<Path> files;

    @Option(names = "--sheet", paramLabel = "SHEET", description = "Draw a sheet: a .html page or a .png picture.")
    private Path sheet;

    @Option(names = "--json", description = "Print one JSON object a file, a line each.")
    private boolean json;

    private AnalyseMain() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new AnalyseMain());
    }

    @Override
    public Integer call() throws IOException {
        if (sheet != null) {
            if (files.size() > 1) {
                throw new ParameterException(
                        spec.commandLine(), "--sheet draws one file, %d were given".formatted(files.size()));
            }
            sheetFormat();
        }
        Path data = Path.of(System.getenv().getOrDefault("HATHOR_DATA", ".hathor"));
        try (MoodSource moods = MoodSource.of(data)) {
            Analyser analyser = new Analyser(AudioReader.standard(), moods.model(), moods.note());
            boolean allWell = true;
            for (Path file : files) {
                allWell &= analysed(file, analyser);
            }
            return allWell ? 0 : 1;
        }
    }

    private boolean analysed(Path file, Analyser analyser) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (json && sheet == null) {
                out.println(row(file, analyser.row(file)));
            } else {
                Analysis analysis = analyser.analyse(file);
                if (sheet != null) {
                    draw(analysis);
                }
                out.print(
                        json
                                ? row(file, new Analyser.Row(analysis.features(), analysis.moods())) + "\n"
                                : Summary.of(analysis));
                if (sheet != null && !json) {
                    out.println("  sheet           " + sheet);
                }
            }
            out.flush();
            return true;
        } catch (UnreadableAudioException e) {
            out.flush();
            spec.commandLine().getErr().println("hathor: " + e.getMessage());
            return false;
        }
    }

    private String sheetFormat() {
        String name = sheet.getFileName().toString().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (!extension.equals("html") && !extension.equals("png")) {
            throw new ParameterException(spec.commandLine(), "--sheet must end in .html or .png, not " + sheet);
        }
        return extension;
    }

    private void draw(Analysis analysis) throws IOException {
        if (sheet.toAbsolutePath().getParent() != null) {
            Files.createDirectories(sheet.toAbsolutePath().getParent());
        }
        if (sheetFormat().equals("png")) {
            ImageIO.write(ImageSheet.of(analysis), "png", sheet.toFile());
        } else {
            Files.writeString(sheet, HtmlSheet.of(analysis), StandardCharsets.UTF_8);
        }
    }

    private static String row(Path file, Analyser.Row row) throws JsonProcessingException {
        ObjectNode object = JSON.createObjectNode();
        object.put("file", file.toString());
        object.setAll((ObjectNode) JSON.valueToTree(row.features()));
        row.moods().ifPresent(scores -> {
            ObjectNode moods = object.putObject("moods");
            scores.moods().forEach((mood, probability) -> moods.put(mood.label(), probability));
            ObjectNode quadrants = object.putObject("quadrants");
            scores.quadrants().forEach((quadrant, probability) -> quadrants.put(quadrant.name(), probability));
        });
        return JSON.writeValueAsString(object);
    }

    /** The mood network and what is said where there is none. */
    private record MoodSource(Optional<MoodModel> model, String note) implements AutoCloseable {
        static MoodSource of(Path data) {
            try {
                InstalledMoodModel installed = new InstalledMoodModel(data);
                Optional<MoodModel> model = installed.load();
                return new MoodSource(model, model.isPresent() ? "" : installed.absence());
            } catch (IOException e) {
                return new MoodSource(Optional.empty(), "Moods are left out: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            model.ifPresent(MoodModel::close);
        }
    }
}
