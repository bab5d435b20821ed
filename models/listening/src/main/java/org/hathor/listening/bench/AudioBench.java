package org.hathor.listening.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./hathor bench audio}: runs the sections and prints their tables, peer beside ours. */
@Command(
        name = "audio",
        mixinStandardHelpOptions = true,
        description = "Measure the audio models against truth and peers. Exit status 1 when a goal is missed.")
public final class AudioBench implements Callable<Integer> {
    private static final int MISSED = 1;
    private static final int WRONG_USAGE = 2;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Real data (default: HATHOR_TEST_DATA, then ../shared/data).")
    private Path data;

    @Option(names = "--only", paramLabel = "SECTION", arity = "1..*", split = ",", description = "Only these sections.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--list", description = "Name the sections and end.")
    private boolean list;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Runs the command line. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new AudioBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Bench> sections = chosen();
        if (sections.isEmpty() || list) {
            Benches.all().forEach(bench -> System.out.printf("%-14s %s%n", bench.name(), bench.about()));
            return list ? 0 : WRONG_USAGE;
        }
        Path scratch = Files.createTempDirectory("hathor-bench-audio");
        try {
            List<Table> tables = run(sections, scratch);
            boolean reached = tables.stream().allMatch(Table::nothingMissed);
            if (json) {
                System.out.println(new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "bench",
                                "audio",
                                "sections",
                                tables.stream().map(Table::toMap).toList(),
                                "reached",
                                reached)));
            }
            return reached ? 0 : MISSED;
        } finally {
            delete(scratch);
        }
    }

    private List<Table> run(List<Bench> sections, Path scratch) throws IOException, InterruptedException {
        Path root =
                Path.of(System.getProperty("hathor.root", ".")).toAbsolutePath().normalize();
        Progress progress = new Progress(System.err);
        Optional<Path> named =
                Optional.ofNullable(System.getenv(PeerPython.VARIABLE)).map(Path::of);
        PeerPython python = new PeerPython(root, named, progress);
        List<Table> tables = new ArrayList<>();
        for (Bench bench : sections) {
            progress.section(bench.name());
            Path own = Files.createDirectories(scratch.resolve(bench.name()));
            Peers peers = new Peers(root, own, python, progress);
            Table table = bench.run(new BenchContext(root, dataFolder(root), own, peers, progress));
            progress.clear();
            if (!json) {
                table.print(System.out);
            }
            tables.add(table);
            delete(own);
        }
        return tables;
    }

    private List<Bench> chosen() {
        for (String name : only) {
            if (Benches.all().stream().noneMatch(bench -> bench.name().equals(name))) {
                System.err.printf("there is no section '%s'; these there are:%n", name);
                return List.of();
            }
        }
        return Benches.all().stream()
                .filter(bench -> only.isEmpty() || only.contains(bench.name()))
                .toList();
    }

    private Path dataFolder(Path root) {
        String variable = System.getenv("HATHOR_TEST_DATA");
        if (data != null) {
            return data;
        }
        return variable != null
                ? Path.of(variable)
                : root.resolve("../shared/data").normalize();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
