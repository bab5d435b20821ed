/** How Flink carries and keeps the small immutable records between operators: field by field, never by reflection. */
package org.hathor.streaming.records;
