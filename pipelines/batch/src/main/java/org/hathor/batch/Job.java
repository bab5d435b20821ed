package org.hathor.batch;

/** A configured piece of batch work. */
@FunctionalInterface
public interface Job {
    /**
     * Does the work, to the end or not at all; after a crash it is run again.
     *
     * @return what a person and a machine are told of it
     */
    JobReport run(JobContext context);
}
