/**
 * The process that runs Flink jobs on one machine, and what all jobs share: their settings, their registry, where they
 * go on from. Each package below answers one product question.
 */
package org.hathor.streaming;
