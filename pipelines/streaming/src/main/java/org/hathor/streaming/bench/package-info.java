/** How fast the jobs read a topic, against the fastest that anyone can read it: {@code ./hathor bench stream}. */
package org.hathor.streaming.bench;
