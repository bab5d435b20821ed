package org.hathor.batch.audio;

import java.util.Map;
import java.util.TreeMap;
import org.hathor.batch.JobReport;

/**
 * What a run did.
 *
 * @param folder where
 * @param objects how many there are
 * @param shadowed files of tracks that have another object
 * @param analysed how many of them were analysed now
 * @param refusedNow how many were refused now, by reason
 * @param removed rows that no object answers for any more
 * @param quarantined objects that stand in quarantine
 * @param emptied whether the folder is empty though there are rows of it
 * @param quarantinedRatioMax the share above which a run is not well
 */
public record AnalysisOutcome(
        ObjectFolder folder,
        int objects,
        int shadowed,
        int analysed,
        Map<String, Integer> refusedNow,
        int removed,
        int quarantined,
        boolean emptied,
        double quarantinedRatioMax) {
    public AnalysisOutcome {
        refusedNow = Map.copyOf(refusedNow);
    }

    /** How many objects were as they had been. */
    int unchanged() {
        return objects
                - analysed
                - refusedNow.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether too much is in quarantine. */
    boolean tooManyQuarantined() {
        return quarantined >= AnalysisRun.Config.QUARANTINED_MIN && quarantined > quarantinedRatioMax * objects;
    }

    /**
     * Tells it.
     *
     * @param verb what was done to an object, e.g. {@code analysed}
     */
    public JobReport.Builder tell(String table, String verb) {
        JobReport.Builder report = JobReport.builder()
                .figure("source", folder.source())
                .figure("table", table)
                .figure("objects", objects)
                .figure(verb, analysed)
                .figure("unchanged", unchanged())
                .figure("refused", new TreeMap<>(refusedNow))
                .figure("quarantined", quarantined)
                .figure("removed", removed)
                .line(
                        "%,d objects in %s: %,d %s, %,d unchanged, %,d in quarantine; %,d rows of what is gone removed.",
                        objects, folder.path(), analysed, verb, unchanged(), quarantined, removed);
        new TreeMap<>(refusedNow).forEach((reason, count) -> report.line("  refused as %s: %,d", reason, count));
        if (shadowed > 0) {
            report.figure("shadowed", shadowed)
                    .line("%,d files were passed over: their tracks have another object.", shadowed);
        }
        if (emptied) {
            report.line("The folder is empty, but there are rows of it: nothing was removed. Is it mounted?");
        }
        if (tooManyQuarantined()) {
            report.line(
                    "%,d of %,d objects are in quarantine, more than the %.0f %% allowed: see ledger.audio_quarantine.",
                    quarantined, objects, 100 * quarantinedRatioMax);
        }
        return report;
    }

    /** The end of a report: well, unless too much is in quarantine or the folder is gone. */
    public JobReport end(JobReport.Builder report) {
        return tooManyQuarantined() || emptied ? report.notOk() : report.ok();
    }

    /** Counts results as they come. */
    static final class Counts {
        private final Map<String, Integer> reasons = new TreeMap<>();
        private int analysed;

        void add(Analysed each) {
            if (each instanceof Analysed.Refused refused) {
                reasons.merge(refused.reason(), 1, Integer::sum);
            } else {
                analysed++;
            }
        }

        int analysed() {
            return analysed;
        }

        Map<String, Integer> reasons() {
            return reasons;
        }
    }
}
