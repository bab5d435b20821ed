package org.hathor.batch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hathor.batch.BatchTestBed.NOON;
import static org.hathor.batch.BatchTestBed.listen;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobReport;
import org.hathor.contracts.playback.Listen;
import org.hathor.lake.LakeTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeHistoryTest {
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(400));

    private BatchTestBed bed;

    @BeforeEach
    void emptyLake() throws IOException {
        bed = BatchTestBed.fresh();
    }

    @Test
    void lateListensJoinTheLedgerOnceAndLeaveTheStagingTable() {
        Listen live = listen("ada", "l1", "t1", NOON);
        bed.append(LakeTables.LISTENS, live);
        Listen late = listen("ada", "l2", "t2", LONG_AGO, NOON.plusSeconds(10));
        bed.append(
                LakeTables.LISTENS_LATE,
                late,
                listen("ada", "l2", "t2", LONG_AGO, NOON.plusSeconds(90)),
                listen("ada", "l1", "t1", NOON, NOON.plus(Duration.ofDays(9))));
        bed.append(LakeTables.LISTENS_LATE, listen("bob", "l2", "t2", LONG_AGO, NOON.plusSeconds(20)));

        JobReport report = new MergeHistory().run(bed.context());

        assertThat(report.figures())
                .containsEntry("staged", 4L)
                .containsEntry("distinct", 3L)
                .containsEntry("merged", 2L);
        assertThat(bed.contents(LakeTables.LISTENS))
                .containsExactlyInAnyOrderElementsOf(
                        texts(live, late, listen("bob", "l2", "t2", LONG_AGO, NOON.plusSeconds(20))));
        assertThat(bed.contents(LakeTables.LISTENS_LATE)).isEmpty();
    }

    @Test
    void ofTwoWithOneIdentityTheOneReceivedFirstHoldsWhicheverPathItTook() {
        bed.append(LakeTables.LISTENS, listen("ada", "l1", "live", NOON, NOON.plusSeconds(60)));
        Listen first = listen("ada", "l1", "late", LONG_AGO, NOON.minusSeconds(60));
        bed.append(LakeTables.LISTENS_LATE, first);

        new MergeHistory().run(bed.context());

        assertThat(bed.contents(LakeTables.LISTENS)).isEqualTo(texts(first));
    }

    @Test
    void runningItAgainChangesNothing() {
        bed.append(LakeTables.LISTENS_LATE, listen("ada", "l1", "t1", LONG_AGO));
        new MergeHistory().run(bed.context());
        List<String> once = bed.contents(LakeTables.LISTENS);
        long snapshot = bed.lake().table(LakeTables.LISTENS).currentSnapshot().snapshotId();

        JobReport again = new MergeHistory().run(bed.context());

        assertThat(again.lines()).containsExactly("No late listens are waiting.");
        assertThat(bed.contents(LakeTables.LISTENS)).isEqualTo(once);
        assertThat(bed.lake().table(LakeTables.LISTENS).currentSnapshot().snapshotId())
                .isEqualTo(snapshot);
    }

    @Test
    void killedAfterEitherCommitAndRunAgainTheTablesAreTheSame() throws IOException {
        List<String> undisturbed = stageAndRun(null);

        for (MergeHistory.Step step : MergeHistory.Step.values()) {
            bed = BatchTestBed.fresh();
            assertThat(stageAndRun(step)).isEqualTo(undisturbed);
            assertThat(bed.contents(LakeTables.LISTENS_LATE)).isEmpty();
        }
    }

    @Test
    void whatIsStagedDuringAMergeWaitsForTheNext() {
        bed.append(LakeTables.LISTENS_LATE, listen("ada", "l1", "t1", LONG_AGO));
        Listen meanwhile = listen("ada", "l2", "t1", LONG_AGO.plusSeconds(60));

        new MergeHistory(step -> {
                    if (step == MergeHistory.Step.MERGED) {
                        bed.append(LakeTables.LISTENS_LATE, meanwhile);
                    }
                })
                .run(bed.context());

        assertThat(bed.contents(LakeTables.LISTENS_LATE)).isEqualTo(texts(meanwhile));
        new MergeHistory().run(bed.context());
        assertThat(bed.contents(LakeTables.LISTENS)).hasSize(2);
    }

    private List<String> stageAndRun(MergeHistory.Step killedAfter) {
        bed.append(LakeTables.LISTENS, listen("ada", "l0", "t0", NOON));
        bed.append(
                LakeTables.LISTENS_LATE,
                listen("ada", "l1", "t1", LONG_AGO),
                listen("ada", "l0", "t0", NOON, NOON.plus(Duration.ofDays(3))),
                listen("bob", "l1", "t9", LONG_AGO.plusSeconds(5)));
        if (killedAfter != null) {
            assertThatThrownBy(() -> new MergeHistory(step -> {
                                if (step == killedAfter) {
                                    throw new IllegalStateException("killed");
                                }
                            })
                            .run(bed.context()))
                    .hasMessage("killed");
        }
        new MergeHistory().run(bed.context());
        return bed.contents(LakeTables.LISTENS);
    }

    private List<String> texts(Listen... listens) {
        return bed.rows(List.of(listens)).collectAsList().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
