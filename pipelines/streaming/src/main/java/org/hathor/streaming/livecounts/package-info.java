/** What is played and heard right now: plays per UTC day and concurrent listeners, by track, by artist and in total. */
package org.hathor.streaming.livecounts;
