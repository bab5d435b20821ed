package org.hathor.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of the platform that runs as a JVM of its own, with the class path its module has packaged under
 * {@code target}.
 *
 * @param module the module's folder below the root of the checkout
 * @param mainClass what is run
 * @param jvmFlags heap and whatever the engine inside asks of a Java 17 machine; {@code @file} is a file of flags below
 *     the root
 */
public record Program(String module, String mainClass, List<String> jvmFlags) {
    /** The gateway's doors and everything people use. */
    public static final Program API = new Program(
            "serving-api",
            "org.hathor.api.Application",
            List.of("-Xms96m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=160m", "-Xss512k"));

    /** The Flink jobs, in one process. */
    public static final Program STREAMING = new Program(
            "pipelines/streaming",
            "org.hathor.streaming.StreamingMain",
            List.of(
                    "-Xms256m",
                    "-Xmx2g",
                    "-XX:+UseParallelGC",
                    "-XX:MaxMetaspaceSize=320m",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED"));

    /** The launcher of Spark jobs. */
    public static final Program BATCH = new Program(
            "pipelines/batch",
            "org.hathor.batch.JobMain",
            List.of("@pipelines/batch/src/main/jvm/spark.args", "-Xmx3g"));

    /** The table of recommendation quality on public data. */
    public static final Program RECOMMENDATION_BENCH = new Program(
            "pipelines/batch",
            "org.hathor.batch.RecommendationBench",
            List.of("@pipelines/batch/src/main/jvm/spark.args", "-Xmx4g"));

    /** The job that measures every track's features, against one thread of the library. */
    public static final Program EXTRACTION_BENCH = new Program(
            "pipelines/batch",
            "org.hathor.batch.audio.ExtractionBench",
            List.of("@pipelines/batch/src/main/jvm/spark.args", "-Xmx3g"));

    /** The Beam pipelines that bring histories in. */
    public static final Program IMPORTERS = new Program(
            "ingest/importers",
            "org.hathor.importers.ImportMain",
            List.of("@ingest/importers/src/main/jvm/spark.args", "-Xmx1g"));

    /** The population that listens when nobody else does. */
    public static final Program SIMULATOR = new Program(
            "ingest/simulator", "org.hathor.simulator.SimulatorMain", List.of("-Xmx384m", "-XX:+UseSerialGC"));

    /** The benchmarks that drive a box from outside. */
    public static final Program BENCH =
            new Program("standalone/box", "org.hathor.box.bench.BenchMain", List.of("-Xmx1500m"));

    /** The tables of the audio models, against truth and peers. */
    public static final Program AUDIO_BENCH = new Program(
            "models/listening",
            "org.hathor.listening.bench.AudioBench",
            List.of("-Xmx3g", "-Xmn1500m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"));

    /** Flink's side of the benchmarks. */
    public static final Program STREAM_BENCH =
            new Program("pipelines/streaming", "org.hathor.streaming.bench.StreamBench", STREAMING.jvmFlags());

    /** What a recording is like, for a person; the mood network inside must not look for anything outside. */
    public static final Program ANALYSE = new Program(
            "models/listening",
            "org.hathor.listening.analyse.AnalyseMain",
            List.of(
                    "-Xmx2g",
                    "-XX:+UseSerialGC",
                    "-Djava.awt.headless=true",
                    "-Dai.djl.offline=true",
                    "-Dai.djl.opt_out_tracking=true"));

    public Program {
        jvmFlags = List.copyOf(jvmFlags);
    }

    /**
     * The command line that runs this program.
     *
     * @param root the root of the checkout
     * @throws MissingBuildException when the module has not been packaged
     */
    public List<String> command(Path root, List<String> arguments) {
        Path target = root.resolve(module).resolve("target");
        Path jar = jarIn(target);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        jvmFlags.forEach(flag -> command.add(flag.startsWith("@") ? "@" + root.resolve(flag.substring(1)) : flag));
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.net.preferIPv4Stack=true");
        command.add("-Dhathor.root=" + root);
        command.add("-cp");
        command.add(jar + ":" + target.resolve("lib") + "/*");
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private Path jarIn(Path target) {
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new MissingBuildException(module);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("hathor-.*-SNAPSHOT\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new MissingBuildException(module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A module that was to be run before it was built. */
    public static final class MissingBuildException extends RuntimeException {
        MissingBuildException(String module) {
            super("%s is not built: run ./mvnw -DskipTests package".formatted(module));
        }
    }
}
