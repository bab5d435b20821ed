package org.hathor.importers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.apache.beam.sdk.metrics.MetricResults;

/**
 * What an import did. Read is accepted plus repeated plus known plus rejected.
 *
 * @param repeated stood more than once in the export
 * @param known were in the platform already
 * @param qualified of the accepted
 * @param described tracks and artists described
 */
record ImportSummary(
        String format,
        int files,
        long read,
        long accepted,
        long repeated,
        long known,
        long rejected,
        long qualified,
        long described,
        double seconds) {

    /** @throws IllegalStateException when the counts do not add up */
    static ImportSummary of(String format, int files, MetricResults results, double seconds) {
        ImportSummary summary = new ImportSummary(
                format,
                files,
                ImportCounters.READ.of(results),
                ImportCounters.ACCEPTED.of(results),
                ImportCounters.REPEATED.of(results),
                ImportCounters.KNOWN.of(results),
                ImportCounters.REJECTED.of(results),
                ImportCounters.QUALIFIED.of(results),
                ImportCounters.DESCRIBED.of(results),
                seconds);
        if (summary.read != summary.accepted + summary.duplicates() + summary.rejected) {
            throw new IllegalStateException("the counts do not add up: " + summary.text());
        }
        return summary;
    }

    /** All that were not taken because they were there. */
    long duplicates() {
        return repeated + known;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s: %,d records read in %d files: %,d accepted (%,d of them qualified), %,d duplicate"
                        + " (%,d within the export, %,d already known), %,d rejected; %.1f s",
                format,
                read,
                files,
                accepted,
                qualified,
                duplicates(),
                repeated,
                known,
                rejected,
                seconds);
    }

    String json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("format", format)
                .put("files", files)
                .put("read", read)
                .put("accepted", accepted)
                .put("qualified", qualified)
                .put("duplicate", duplicates())
                .put("duplicateInExport", repeated)
                .put("alreadyKnown", known)
                .put("rejected", rejected)
                .put("described", described)
                .put("seconds", Math.round(seconds * 1000) / 1000.0);
        return json.toString();
    }
}
