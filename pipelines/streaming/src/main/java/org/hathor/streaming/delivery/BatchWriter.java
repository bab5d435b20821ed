package org.hathor.streaming.delivery;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches: when one is full, when its oldest value has waited for the interval, and before every checkpoint, so
 * that a completed checkpoint means that the other side has everything that came before it.
 *
 * <p>While the other side is away the batch is tried again with growing pauses, and everything upstream waits. When
 * patience ends the job fails; Flink then restarts it from the last checkpoint, and what was not written comes again.
 *
 * @param <T> the kind of value
 */
public final class BatchWriter<T> implements SinkWriter<T> {
    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);
    private static final long PAUSE_MS_MIN = 100;
    private static final long PAUSE_MS_MAX = 3_000;

    private final Batch<T> batch;
    private final Pace pace;
    private final ProcessingTimeService timers;
    private boolean timerSet;

    public BatchWriter(Batch<T> batch, Pace pace, ProcessingTimeService timers) {
        this.batch = Objects.requireNonNull(batch, "batch is null");
        this.pace = Objects.requireNonNull(pace, "pace is null");
        this.timers = Objects.requireNonNull(timers, "timers is null");
    }

    @Override
    public void write(T value, Context context) throws IOException, InterruptedException {
        batch.add(value);
        if (batch.isFull()) {
            send();
        } else if (!timerSet) {
            timerSet = true;
            timers.registerTimer(
                    timers.getCurrentProcessingTime() + pace.interval().toMillis(), time -> {
                        timerSet = false;
                        send();
                    });
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        send();
    }

    @Override
    public void close() {
        batch.close();
    }

    private void send() throws IOException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        long startedNanos = System.nanoTime();
        long pauseMs = PAUSE_MS_MIN;
        while (true) {
            try {
                batch.send();
                return;
            } catch (IOException e) {
                long spentMs = (System.nanoTime() - startedNanos) / 1_000_000;
                if (spentMs + pauseMs > pace.patience().toMillis()) {
                    throw new IOException("gave up after %d ms: %s".formatted(spentMs, e.getMessage()), e);
                }
                log.warn("write failed, next attempt in {} ms: {}", pauseMs, e.getMessage());
                Thread.sleep(pauseMs);
                pauseMs = Math.min(pauseMs * 2, PAUSE_MS_MAX);
            }
        }
    }
}
