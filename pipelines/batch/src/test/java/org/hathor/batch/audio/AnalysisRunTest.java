package org.hathor.batch.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hathor.batch.BatchTestBed;
import org.hathor.batch.JobReport;
import org.hathor.batch.KilledJvm;
import org.hathor.lake.LakeTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisRunTest {
    static final AnalysisRun.Config SMALL_CHUNKS =
            new AnalysisRun.Config(0.5, 3, 1 << 20, AnalysisRun.RefusedBefore.KEEP);

    private static final LakeTable TABLE = AnalysisTable.definition(new LetterCount("1"));

    @TempDir
    private Path folder;

    private BatchTestBed bed;

    @BeforeEach
    void emptyLake() throws IOException {
        bed = BatchTestBed.fresh();
        LetterCount.ANALYSED.clear();
    }

    @Test
    void everyObjectGetsItsRowAndTheSecondRunDoesNothing() throws IOException {
        write("b.mp3", "hello");
        write("a/deep.wav", "hi");
        write("cover.jpg", "no music");
        write(".hidden.mp3", "no music");

        AnalysisOutcome first = run("1");

        assertThat(first.objects()).isEqualTo(2);
        assertThat(first.analysed()).isEqualTo(2);
        assertThat(rows("track_id, object, version, letters, codes, bytes, halves"))
                .containsExactly(
                        "[a/deep.wav,a/deep.wav,1,2,WrappedArray(104.0, 105.0),6869,WrappedArray(52.0, 52.5)]",
                        "[b.mp3,b.mp3,1,5,WrappedArray(104.0, 101.0, 108.0, 108.0, 111.0),68656C6C6F,"
                                + "WrappedArray(52.0, 50.5, 54.0, 54.0, 55.5)]");
        assertThat(rows("content_hash")).contains("[%s]".formatted(ContentHash.of(folder.resolve("b.mp3"))));
        long snapshot = bed.lake().table(TABLE).currentSnapshot().snapshotId();
        LetterCount.ANALYSED.clear();

        AnalysisOutcome second = run("1");

        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(LetterCount.ANALYSED).isEmpty();
        assertThat(bed.lake().table(TABLE).currentSnapshot().snapshotId()).isEqualTo(snapshot);
    }

    @Test
    void onlyTheChangedIsAnalysedAgainAndAnotherVersionMakesAllAgain() throws IOException {
        write("a.mp3", "one");
        write("b.mp3", "two");
        run("1");
        LetterCount.ANALYSED.clear();
        write("b.mp3", "three");
        // a new time stamp alone is no change
        Files.setLastModifiedTime(folder.resolve("a.mp3"), java.nio.file.attribute.FileTime.fromMillis(0));

        run("1");

        assertThat(LetterCount.ANALYSED).containsExactly("b.mp3");
        assertThat(rows("track_id, version, letters")).containsExactly("[a.mp3,1,3]", "[b.mp3,1,5]");

        run("2");

        assertThat(rows("track_id, version, letters")).containsExactly("[a.mp3,2,3]", "[b.mp3,2,5]");
    }

    @Test
    void aBadFileGoesToQuarantineOnceAndTheRestIsDone() throws IOException {
        write("good.mp3", "fine");
        write("bad.mp3", "bad");
        write("broken.mp3", "broken");

        AnalysisOutcome outcome = run("1");

        assertThat(outcome.refusedNow())
                .containsOnly(java.util.Map.entry("BAD", 1), java.util.Map.entry("ANALYSIS_FAILED", 1));
        assertThat(rows("track_id")).containsExactly("[good.mp3]");
        assertThat(quarantine("track_id, job, reason, message"))
                .containsExactly(
                        "[bad.mp3,count-letters,BAD,it says bad]",
                        "[broken.mp3,count-letters,ANALYSIS_FAILED,java.lang.IllegalStateException: it says broken]");
        LetterCount.ANALYSED.clear();

        assertThat(run("1").unchanged()).isEqualTo(3);
        assertThat(LetterCount.ANALYSED).isEmpty();

        run("1", new AnalysisRun.Config(1, 10, 1 << 20, AnalysisRun.RefusedBefore.RETRY));
        assertThat(LetterCount.ANALYSED).containsExactlyInAnyOrder("bad.mp3", "broken.mp3");
    }

    @Test
    void whatTurnsBadLosesItsRowAndWhatIsMendedLeavesQuarantine() throws IOException {
        write("a.mp3", "fine");
        write("b.mp3", "bad");
        run("1");

        write("a.mp3", "bad now");
        write("b.mp3", "mended");
        run("1");

        assertThat(rows("track_id")).containsExactly("[b.mp3]");
        assertThat(quarantine("track_id")).containsExactly("[a.mp3]");
    }

    @Test
    void rowsOfVanishedObjectsGoButThoseOfOtherFoldersStay(@TempDir Path other) throws IOException {
        write("a.mp3", "one");
        write("b.mp3", "two");
        write("c.mp3", "bad");
        run("1");
        Files.writeString(other.resolve("x.mp3"), "another");
        runOver(ObjectFolder.music(other), "1", SMALL_CHUNKS);
        Files.delete(folder.resolve("b.mp3"));
        Files.delete(folder.resolve("c.mp3"));

        AnalysisOutcome outcome = run("1");

        assertThat(outcome.removed()).isEqualTo(1);
        assertThat(rows("track_id")).containsExactly("[a.mp3]", "[x.mp3]");
        assertThat(quarantine("track_id")).isEmpty();
    }

    @Test
    void anEmptyFolderIsTakenForOneThatIsNotMounted() throws IOException {
        write("a.mp3", "one");
        run("1");
        Files.delete(folder.resolve("a.mp3"));

        AnalysisOutcome outcome = run("1");

        assertThat(rows("track_id")).containsExactly("[a.mp3]");
        JobReport report = outcome.end(outcome.tell("letter_counts", "counted"));
        assertThat(report.ok()).isFalse();
        assertThat(report.lines()).anyMatch(line -> line.contains("Is it mounted?"));
    }

    @Test
    void aRunFailsOnlyAboveTheDeclaredRatioAndThenTooEverythingElseIsDone() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("t%d.mp3".formatted(i), i < 5 ? "bad" : "fine");
        }
        AnalysisOutcome half = run("1", new AnalysisRun.Config(0.5, 4, 1 << 20, AnalysisRun.RefusedBefore.KEEP));
        assertThat(half.tooManyQuarantined()).isFalse();

        AnalysisOutcome more = run("1", new AnalysisRun.Config(0.4, 4, 1 << 20, AnalysisRun.RefusedBefore.KEEP));
        assertThat(more.tooManyQuarantined()).isTrue();
        assertThat(more.end(more.tell("letter_counts", "counted")).ok()).isFalse();
        assertThat(rows("track_id")).hasSize(5);
    }

    @Test
    void threeBadFilesOfThreeAreNoSignOfAnything() throws IOException {
        for (int i = 0; i < 3; i++) {
            write("t%d.mp3".formatted(i), "bad");
        }
        assertThat(run("1", new AnalysisRun.Config(0, 4, 1 << 20, AnalysisRun.RefusedBefore.KEEP))
                        .tooManyQuarantined())
                .isFalse();
    }

    @Test
    void inTheCatalogueTheFileNameIsTheTrackAndTheFirstOfTwoObjectsHolds() throws IOException {
        write("track-1.flac", "flac");
        write("track-1.mp3", "mp3");
        write("track.2.opus", "opus");

        AnalysisOutcome outcome = runOver(ObjectFolder.catalogue(folder), "1", SMALL_CHUNKS);

        assertThat(outcome.shadowed()).isEqualTo(1);
        assertThat(rows("source, track_id, object"))
                .containsExactly("[catalogue,track-1,track-1.flac]", "[catalogue,track.2,track.2.opus]");
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        assertThatThrownBy(() -> ObjectFolder.music(folder.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--folder: there is no folder")
                .hasMessageContaining("nowhere");
    }

    @Test
    void twoRunsAtOnceAreKeptApart() throws IOException {
        write("a.mp3", "one");
        try (RunLock lock = RunLock.take(bed.data(), "count-letters")) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> run("1")).hasMessageContaining("count-letters runs already");
        }
        assertThat(run("1").analysed()).isEqualTo(1);
    }

    @Test
    void chunksAreBoundByObjectsAndByBytesAndTheLargestComeFirst() throws IOException {
        for (int i = 1; i <= 7; i++) {
            write("t%d.mp3".formatted(i), "x".repeat(i));
        }
        AnalysisRun run = new AnalysisRun(
                bed.context(),
                new LetterCount("1"),
                new AnalysisRun.Config(1, 3, 10, AnalysisRun.RefusedBefore.KEEP),
                step -> {});
        List<AudioObject> largestFirst = ObjectFolder.music(folder).list().objects().stream()
                .sorted(AudioObject.LARGEST_FIRST)
                .toList();

        assertThat(run.chunks(largestFirst).stream()
                        .map(chunk -> chunk.stream().map(AudioObject::bytes).toList()))
                .containsExactly(List.of(7L), List.of(6L), List.of(5L, 4L), List.of(3L, 2L, 1L));
    }

    @ParameterizedTest
    @CsvSource({"CHUNK_ANALYSED, 2", "CHUNK_COMMITTED, 1", "CHUNK_REFUSALS_COMMITTED, 2", "ROWS_REMOVED, 1"})
    void killedAnywhereAndRunAgainTheTablesAreThoseOfARunLeftAlone(AnalysisRun.Step step, int time) throws IOException {
        stage();
        run("1");
        List<String> rows = rows("*");
        List<String> refusals = quarantine("source, track_id, object, content_hash, version, job, reason, message");
        bed = BatchTestBed.fresh();
        stage();

        int status = KilledJvm.run(
                KilledAnalysis.class,
                bed.environment(),
                List.of(
                        step.name(),
                        String.valueOf(time),
                        folder.toString(),
                        bed.data().toString()));
        assertThat(status).isEqualTo(KilledJvm.KILLED);
        run("1");

        assertThat(rows("*")).isEqualTo(rows).hasSize(6);
        assertThat(quarantine("source, track_id, object, content_hash, version, job, reason, message"))
                .isEqualTo(refusals)
                .hasSize(2);
    }

    /** A first state of the folder, analysed, and then changes of every kind. */
    private void stage() throws IOException {
        for (AudioObject left : ObjectFolder.music(folder).list().objects()) {
            Files.delete(left.file());
        }
        for (String name : List.of("a", "b", "c", "d", "gone")) {
            write(name + ".mp3", name.equals("d") ? "bad" : name);
        }
        run("1");
        Files.delete(folder.resolve("gone.mp3"));
        write("b.mp3", "bad since");
        write("c.mp3", "changed");
        write("d.mp3", "mended");
        write("e.mp3", "new");
        write("f.mp3", "new too");
        write("g.mp3", "newer");
        write("h.mp3", "bad from the beginning");
    }

    private AnalysisOutcome run(String version) {
        return run(version, SMALL_CHUNKS);
    }

    private AnalysisOutcome run(String version, AnalysisRun.Config config) {
        return runOver(ObjectFolder.music(folder), version, config);
    }

    private AnalysisOutcome runOver(ObjectFolder over, String version, AnalysisRun.Config config) {
        return new AnalysisRun(bed.context(), new LetterCount(version), config, step -> {}).over(over);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> rows(String columns) {
        return texts(TABLE, columns);
    }

    private List<String> quarantine(String columns) {
        return texts(Quarantine.TABLE, columns);
    }

    private List<String> texts(LakeTable table, String columns) {
        List<String> texts = new ArrayList<>();
        bed.lake().read(table).selectExpr(columns.split(", ")).collectAsList().forEach(row -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                text.append(i == 0 ? "[" : ",")
                        .append(
                                value instanceof byte[] bytes
                                        ? java.util.HexFormat.of()
                                                .withUpperCase()
                                                .formatHex(bytes)
                                        : value);
            }
            texts.add(text.append("]").toString());
        });
        texts.sort(null);
        return texts;
    }
}
