/** Jobs of the mood network: it is trained from labelled music, and then tells every track's moods. */
package org.hathor.batch.mood;
