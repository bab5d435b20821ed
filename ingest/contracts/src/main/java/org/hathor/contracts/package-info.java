/**
 * What an event is. The Avro schemas under {@code src/main/avro} are the only truth about an event's shape; from them
 * come the generated classes, the topics ({@link org.hathor.contracts.Topic}), the lake's tables and ClickHouse's.
 */
package org.hathor.contracts;
