/** Which events are the same one, and how a stream is rid of the copies. */
package org.hathor.streaming.identity;
