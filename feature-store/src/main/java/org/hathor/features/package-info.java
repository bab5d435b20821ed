/**
 * One definition of each feature, computed alike in batch, in the stream and online. A feature has a name, a unit, an
 * {@link org.hathor.features.Aggregation} for code that sees one event at a time, and the same thing in SQL for engines
 * that see tables; a test holds the two together.
 */
package org.hathor.features;
