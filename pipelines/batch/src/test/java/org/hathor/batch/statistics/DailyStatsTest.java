package org.hathor.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hathor.batch.BatchTestBed.NOON;
import static org.hathor.batch.BatchTestBed.listen;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobOption;
import org.hathor.batch.JobOptions;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.playback.Listen;
import org.hathor.features.Engagement;
import org.hathor.features.EngagementTally;
import org.hathor.features.Subject;
import org.hathor.lake.LakeTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DailyStatsTest {
    private static final DailyStats.Config EVERY_DAY = new DailyStats.Config(Optional.empty(), Optional.empty());

    private BatchTestBed bed;

    @BeforeEach
    void emptyLake() throws IOException {
        bed = BatchTestBed.fresh();
    }

    @Test
    void sixListensByTrackAndDay() {
        Instant beforeMidnight = Instant.parse("2026-02-28T23:59:59.999Z");
        List<Listen> listens = List.of(
                listen("ada", "1", "t1", NOON),
                listen("ada", "2", "t1", NOON.plusSeconds(60)),
                listen("bob", "1", "t1", NOON, NOON, 5_000),
                listen("bob", "2", "t2", NOON),
                listen("bob", "3", "t1", beforeMidnight),
                listen("eve", "1", "t1", beforeMidnight.plusMillis(1)));

        assertThat(DailyStats.daily(bed.rows(listens), Subject.TRACK).collectAsList().stream()
                        .map(Object::toString))
                .containsExactlyInAnyOrder(
                        "[2026-02-28,t1,1,1,1,1,40000]",
                        "[2026-03-01,t1,4,3,3,3,125000]",
                        "[2026-03-01,t2,1,1,1,1,40000]");
    }

    @Test
    void sparkAndTheJavaAggregationAgreeOnRandomListens() {
        List<Listen> listens = random(new Random(7), 600);

        for (Subject subject : Subject.values()) {
            Map<String, Engagement> oracle = new TreeMap<>();
            Map<String, EngagementTally> tallies = new TreeMap<>();
            for (Listen listen : listens) {
                subject.key(listen).ifPresent(key -> tallies.computeIfAbsent(
                                ListenRules.day(listen) + " " + key, group -> new EngagementTally())
                        .add(listen));
            }
            tallies.forEach((group, tally) -> oracle.put(group, tally.finish()));

            Map<String, Engagement> spark = new TreeMap<>();
            DailyStats.daily(bed.rows(listens), subject)
                    .collectAsList()
                    .forEach(row -> spark.put(
                            row.getDate(0) + " " + row.getString(1),
                            new Engagement(
                                    row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))));
            assertThat(spark).isEqualTo(oracle);
        }
    }

    @Test
    void replacesTheDaysItIsAskedForAndNoOther() {
        bed.append(
                LakeTables.LISTENS,
                listen("ada", "1", "t1", NOON),
                listen("ada", "2", "t1", NOON.plus(Duration.ofDays(1))));
        new DailyStats(EVERY_DAY).run(bed.context());
        bed.append(
                LakeTables.LISTENS,
                listen("bob", "1", "t1", NOON),
                listen("bob", "2", "t1", NOON.plus(Duration.ofDays(1))));

        LocalDate second = LocalDate.of(2026, 3, 2);
        new DailyStats(new DailyStats.Config(Optional.of(second), Optional.of(second.plusDays(1)))).run(bed.context());

        assertThat(bed.contents(DailyStats.table(Subject.TRACK)))
                .containsExactly("[2026-03-01,t1,1,1,1,1,40000]", "[2026-03-02,t1,2,2,2,2,80000]");
        assertThat(bed.contents(DailyStats.table(Subject.USER))).hasSize(3);
    }

    @Test
    void runningItAgainChangesNothing() {
        bed.append(LakeTables.LISTENS, random(new Random(3), 100));
        new DailyStats(EVERY_DAY).run(bed.context());
        List<List<String>> once = all();

        new DailyStats(EVERY_DAY).run(bed.context());

        assertThat(all()).isEqualTo(once);
        assertThat(once.get(0)).isNotEmpty();
    }

    @Test
    void aRangeThatIsNoneIsRefusedBeforeAnythingIsRead() {
        JobOptions options = JobOptions.parse(
                List.of("--from", "2026-03-02", "--to=2026-03-02"),
                List.of(new JobOption("from", ""), new JobOption("to", "")));

        assertThatThrownBy(() -> DailyStats.Config.of(options))
                .hasMessage("--from 2026-03-02 must lie before --to 2026-03-02, which is exclusive");
    }

    private List<List<String>> all() {
        List<List<String>> all = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            all.add(bed.contents(DailyStats.table(subject)));
        }
        return all;
    }

    private static List<Listen> random(Random random, int count) {
        List<Listen> listens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant start = NOON.plusSeconds(random.nextInt(5 * 86_400));
            Listen listen = listen(
                    "user-" + random.nextInt(9),
                    "l" + i,
                    "t" + random.nextInt(12),
                    start,
                    start,
                    random.nextInt(60_000));
            Listen.Builder changed = Listen.newBuilder(listen);
            if (random.nextInt(4) == 0) {
                changed.setArtistId(null);
            }
            changed.setTrackLengthMs(random.nextInt(3) == 0 ? null : (long) random.nextInt(40_000));
            listens.add(changed.build());
        }
        return listens;
    }
}
