/**
 * The way in: an event is parsed, judged, stamped and handed to Kafka, and is acknowledged once Kafka has it. What
 * cannot be taken goes to the dead letters with its reason and its original bytes.
 */
package org.hathor.gateway;
