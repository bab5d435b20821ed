/**
 * Beam pipelines that bring listening histories in. A format reads its files record by record; every record becomes a
 * listen with an id that follows from its content, or a dead letter that names file and record; listens that the
 * platform knows are left out; the rest goes to Kafka by way of the gateway's publisher.
 *
 * <p>The way through: {@link org.hathor.importers.ImportMain}, {@link org.hathor.importers.ExportFolder},
 * {@link org.hathor.importers.ExportFormat}, {@link org.hathor.importers.ImportPipeline}. A new format is one class
 * that implements {@link org.hathor.importers.ExportFormat} and a line in {@link org.hathor.importers.Formats}.
 */
package org.hathor.importers;
