/** What to hear next: a listener's own feed, and what is rising. */
package org.hathor.serving.recommendations;
