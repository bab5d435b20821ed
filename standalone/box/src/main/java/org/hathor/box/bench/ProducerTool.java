package org.hathor.box.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Kafka's own {@code kafka-producer-perf-test}, in a JVM of its own, with the acknowledgement and compression that the
 * gateway has.
 */
final class ProducerTool {
    private static final String TOPIC = "bench-peer";
    private static final int PARTITIONS = 6;
    private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

    private final String bootstrap;
    private final Path payload;

    private ProducerTool(String bootstrap, Path payload) {
        this.bootstrap = bootstrap;
        this.payload = payload;
    }

    /** Makes the topic, and records of that size that compress about as well as events do. */
    static ProducerTool prepare(String bootstrap, Path payload, int recordBytes)
            throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the peer's topic could not be made", e.getCause());
        }
        SplittableRandom random = new SplittableRandom(2);
        try (BufferedWriter out = Files.newBufferedWriter(payload, StandardCharsets.US_ASCII)) {
            for (int record = 0; record < 20_000; record++) {
                StringBuilder text = new StringBuilder(recordBytes)
                        .append("listen ")
                        .append(record)
                        .append(" user bench-")
                        .append(record % 20_000)
                        .append(" track-")
                        .append(random.nextInt(5000));
                while (text.length() < recordBytes) {
                    text.append(" PREMIUM FINISHED bench/1 ").append(random.nextInt(240_000));
                }
                text.setLength(recordBytes);
                out.append(text).append('\n');
            }
        }
        return new ProducerTool(bootstrap, payload);
    }

    /** One run of the tool; its own figure. */
    double recordsPerSecond(int records) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--bootstrap-server",
                        bootstrap,
                        "--topic",
                        TOPIC,
                        "--num-records",
                        String.valueOf(records),
                        "--throughput",
                        "-1",
                        "--payload-file",
                        payload.toString(),
                        "--command-property",
                        "acks=all",
                        "enable.idempotence=true",
                        "compression.type=lz4",
                        "linger.ms=5",
                        "batch.size=262144")
                .redirectErrorStream(true)
                .start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = tool.waitFor();
        double rate = -1;
        Matcher matcher = RATE.matcher(output);
        while (matcher.find()) {
            rate = Double.parseDouble(matcher.group(1));
        }
        if (status != 0 || rate < 0) {
            throw new IOException("the producer tool failed: " + output);
        }
        return rate;
    }
}
