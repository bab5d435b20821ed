/** ClickHouse as a place for the results of Flink jobs. */
package org.hathor.streaming.clickhouse;
