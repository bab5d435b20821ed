/** How sinks gather what they write into batches, and what they do while the other side is away. */
package org.hathor.streaming.delivery;
