/**
 * Spark jobs: the answers for good. A job is a class with a {@code Config} record that checks itself, a pure static
 * transformation, and a line in {@link org.hathor.batch.JobRegistry}; it replaces exactly what it owns, so that running
 * it twice changes nothing. {@link org.hathor.batch.JobMain} runs any of them by name.
 */
package org.hathor.batch;
