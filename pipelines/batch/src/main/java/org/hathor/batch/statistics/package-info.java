/** What was played on which day: the same numbers as live, for good. */
package org.hathor.batch.statistics;
