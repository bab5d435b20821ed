/** What is happening now: the numbers that streaming keeps in Redis. */
package org.hathor.serving.live;
