package org.hathor.listening.bench;

import java.io.IOException;

/** One section of the audio benchmarks: a question, answered by a table. */
public interface Bench {
    /** What {@code --only} calls it: lower case, kebab-case. */
    String name();

    /** What it measures and against whom, in one line. */
    String about();

    /**
     * Measures. What is not there (a peer, a data set) leaves its figure out and says so in the line's note; it is no
     * error.
     *
     * @throws IOException when files cannot be read or written
     * @throws InterruptedException when stopped while a peer is at work
     */
    Table run(BenchContext context) throws IOException, InterruptedException;
}
