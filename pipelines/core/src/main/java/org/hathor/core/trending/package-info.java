/** How trending tracks are scored: exponentially time-decayed engagement, and the lists of the highest scores. */
package org.hathor.core.trending;
