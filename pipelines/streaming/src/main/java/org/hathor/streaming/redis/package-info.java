/** Redis as a place for the live numbers. */
package org.hathor.streaming.redis;
