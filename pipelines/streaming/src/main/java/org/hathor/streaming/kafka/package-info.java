/** Kafka topics as Flink streams of events, and streams of events as Kafka topics. */
package org.hathor.streaming.kafka;
