package org.hathor.batch.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hathor.batch.BatchTestBed.NOON;
import static org.hathor.batch.BatchTestBed.listen;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.Lake;
import org.hathor.batch.history.MergeHistory;
import org.hathor.lake.LakeTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaintainLakeTest {
    private static final MaintainLake JOB = new MaintainLake(new MaintainLake.Config(Duration.ofHours(1)));

    private BatchTestBed bed;

    @BeforeEach
    void emptyLake() throws IOException {
        bed = BatchTestBed.fresh();
    }

    @Test
    void smallFilesBecomeOneAndNoRowChanges() {
        for (int i = 0; i < 6; i++) {
            bed.append(LakeTables.LISTENS, listen("ada", "l" + i, "t1", NOON.plusSeconds(i)));
        }
        bed.append(LakeTables.LISTENS_LATE, listen("ada", "l3", "t3", NOON.plusSeconds(3), NOON.minusSeconds(60)));
        new MergeHistory().run(bed.context());
        List<String> before = bed.contents(LakeTables.LISTENS);

        MaintainLake.Compacted compacted = JOB.maintain(bed.context(), LakeTables.LISTENS);

        assertThat(compacted.filesBefore()).isGreaterThanOrEqualTo(6);
        assertThat(compacted.filesAfter()).isEqualTo(1);
        assertThat(bed.contents(LakeTables.LISTENS)).isEqualTo(before).hasSize(6);
        assertThat(bed.spark()
                        .sql("SELECT * FROM %s.files".formatted(Lake.name(LakeTables.LISTENS)))
                        .count())
                .isEqualTo(1);
        assertThat(JOB.maintain(bed.context(), LakeTables.LISTENS).filesBefore())
                .isZero();
    }

    @Test
    void aPastTooShortToReadIsRefused() {
        assertThatThrownBy(() -> new MaintainLake.Config(Duration.ofMinutes(5)))
                .hasMessage("--keep must be PT1H or more, not PT5M");
    }
}
