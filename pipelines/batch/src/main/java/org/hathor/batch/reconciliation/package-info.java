/** Do the two halves of the platform agree? ClickHouse, filled by Flink, against the lake, read by Spark. */
package org.hathor.batch.reconciliation;
