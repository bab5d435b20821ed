/** Which tracks are rising: exponentially time-decayed engagement, overall and by country. */
package org.hathor.streaming.trending;
