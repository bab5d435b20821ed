/**
 * ClickHouse: its tables, derived from the contracts, and the two ways to them, SQL over JDBC for reading and rows in
 * bulk over HTTP for writing.
 */
package org.hathor.warehouse;
