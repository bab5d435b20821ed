/**
 * The lake: the Iceberg tables that keep every fact for good. Tables of facts derive from the contracts; tables of
 * results are defined by the job that writes them. Only this package knows how the catalogue is reached.
 *
 * <p>Iceberg is not shipped with this module: every engine brings it in a runtime jar of its own, so only Iceberg's and
 * Java's own classes may appear in a signature here, never those that such jars relocate (Avro, Parquet, Jackson).
 */
package org.hathor.lake;
