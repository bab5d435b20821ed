package org.hathor.box.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hathor.box.BoxSettings;

/**
 * Events per second through HTTP in batches of 1,000 into Kafka, against Kafka's own producer tool writing records of
 * the same size with the same acknowledgement to the same broker. The two take turns; the ratio is of the medians.
 */
final class IngestBench {
    private static final int ROUNDS = 3;
    private static final int BATCHES = 300;
    private static final int IN_FLIGHT = 6;
    private static final int PEER_RECORDS = 600_000;
    /** Mean Avro size of the events that {@link EventBatches} makes. */
    private static final int RECORD_BYTES = 150;

    private IngestBench() {}

    static Report run() throws IOException, InterruptedException {
        try (ScratchBox box = ScratchBox.start(BoxSettings.Parts.WITHOUT_STREAMING)) {
            EventDoor door = new EventDoor(box.state().httpUrl(), box.ingestToken());
            EventBatches batches = new EventBatches(1, "ingest");
            String bootstrap = box.state().environment().get("KAFKA_BOOTSTRAP");
            Path payload = Files.createTempFile("payload", ".txt");
            ProducerTool peer = ProducerTool.prepare(bootstrap, payload, RECORD_BYTES);
            System.err.println("warming up");
            door.sendAll(batches.bodies(BATCHES, Instant.now()), IN_FLIGHT);
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                List<byte[]> bodies = batches.bodies(BATCHES, Instant.now());
                long begun = System.nanoTime();
                door.sendAll(bodies, IN_FLIGHT);
                ours[round] = bodies.size() * (double) EventBatches.BATCH / seconds(begun);
                theirs[round] = peer.recordsPerSecond(PEER_RECORDS);
                System.err.printf(
                        "round %d: HTTP %,.0f/s, producer tool %,.0f/s%n", round + 1, ours[round], theirs[round]);
            }
            Files.delete(payload);
            return new Report("ingest")
                    .with("eventsPerSecondHttp", Report.median(ours))
                    .with("recordsPerSecondProducerTool", Report.median(theirs))
                    .with("ratio", Report.median(ours) / Report.median(theirs));
        }
    }

    private static double seconds(long begunNanos) {
        return (System.nanoTime() - begunNanos) / 1e9;
    }
}
