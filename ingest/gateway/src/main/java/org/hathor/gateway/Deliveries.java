package org.hathor.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Awaits the deliveries of one request together: one latch instead of a future for each event. */
final class Deliveries implements Callback {
    private final CountDownLatch open;
    private volatile Exception failure;

    Deliveries(int count) {
        this.open = new CountDownLatch(count);
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
        if (exception != null) {
            failure = exception;
        }
        open.countDown();
    }

    void throwIfFailed() {
        Exception cause = failure;
        if (cause != null) {
            throw new Unavailable("Kafka did not take an event: nothing was acknowledged, send it again", cause);
        }
    }

    void await(Duration limit) throws InterruptedException {
        if (!open.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Unavailable("Kafka did not answer in time: nothing was acknowledged, send it again", failure);
        }
        throwIfFailed();
    }
}
