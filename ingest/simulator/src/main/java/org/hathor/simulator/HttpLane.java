package org.hathor.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hathor.simulator.HttpSink.Parcel;

/**
 * Posts batches one after the other on a thread of its own, each until it has an answer. A platform that cannot take a
 * batch gets the same batch again: the ids in it make the second sending harmless.
 */
final class HttpLane {
    private static final int BATCHES_WAITING_MAX = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);
    private static final long RETRY_MS_MIN = 100;
    private static final long RETRY_MS_MAX = 5_000;

    /** Hears what became of a batch: the code of each refused event by its place. */
    interface Answered {
        void accept(List<Parcel> batch, Map<Integer, String> codes);
    }

    private final EventPost post;
    private final Answered answered;
    private final Runnable retried;
    private final BlockingQueue<List<Parcel>> batches = new ArrayBlockingQueue<>(BATCHES_WAITING_MAX);
    private final Thread thread;
    private volatile Duration patience = PATIENCE;
    private int underWay;
    private RuntimeException failure;

    HttpLane(String name, EventPost post, Answered answered, Runnable retried) {
        this.post = post;
        this.answered = answered;
        this.retried = retried;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Hands a batch over; waits while the lane is full.
     *
     * @throws SinkFailedException when the lane has given up
     */
    void put(List<Parcel> batch) {
        synchronized (this) {
            throwFailure();
            underWay++;
        }
        try {
            while (!batches.offer(batch, 200, TimeUnit.MILLISECONDS)) {
                synchronized (this) {
                    throwFailure();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkFailedException("interrupted while sending", e);
        }
    }

    /** Waits until every batch has its answer. */
    synchronized void drain() {
        try {
            while (underWay > 0 && failure == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkFailedException("interrupted while sending", e);
        }
        throwFailure();
    }

    /** From now on gives up soon. */
    void hurry() {
        patience = PATIENCE_AT_THE_END;
    }

    void close() {
        thread.interrupt();
    }

    private void throwFailure() {
        if (failure != null) {
            throw new SinkFailedException(failure.getMessage(), failure);
        }
    }

    private void run() {
        try {
            while (true) {
                List<Parcel> batch = batches.take();
                answered.accept(batch, deliver(batch));
                synchronized (this) {
                    underWay--;
                    notifyAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    private Map<Integer, String> deliver(List<Parcel> batch) throws InterruptedException {
        byte[] body = EventJson.array(batch.stream().map(Parcel::event).toList());
        long firstTriedNanos = System.nanoTime();
        long waitMs = RETRY_MS_MIN;
        while (true) {
            EventPost.Answer answer = post.post(body);
            if (answer instanceof EventPost.Answer.Judged judged) {
                return judged.codes();
            }
            EventPost.Answer.Away away = (EventPost.Answer.Away) answer;
            if (System.nanoTime() - firstTriedNanos > patience.toNanos()) {
                throw new SinkFailedException(
                        "the platform took no events for %d s: %s".formatted(patience.toSeconds(), away.reason()),
                        null);
            }
            retried.run();
            Thread.sleep(Math.max(waitMs, Math.min(away.retryAfterMs(), RETRY_MS_MAX)));
            waitMs = Math.min(waitMs * 2, RETRY_MS_MAX);
        }
    }
}
