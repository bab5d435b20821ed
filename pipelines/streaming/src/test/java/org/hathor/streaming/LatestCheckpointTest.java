package org.hathor.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestCheckpointTest {
    @TempDir
    private Path folder;

    @Test
    void jobThatNeverRanHasNone() throws IOException {
        assertThat(LatestCheckpoint.in(folder.resolve("never"))).isEmpty();
        assertThat(LatestCheckpoint.in(folder)).isEmpty();
    }

    @Test
    void highestNumberOfAllRunsIsLatestWhateverTheClockSays() throws IOException {
        Path later = complete("run-b", 12, "2026-01-01T00:00:00Z");
        complete("run-a", 9, "2026-06-01T00:00:00Z");
        complete("run-b", 11, "2026-01-01T00:00:00Z");

        assertThat(LatestCheckpoint.in(folder)).contains(later);
    }

    @Test
    void sameNumberIsDecidedByTime() throws IOException {
        complete("run-a", 3, "2026-01-01T00:00:00Z");
        Path later = complete("run-b", 3, "2026-01-02T00:00:00Z");

        assertThat(LatestCheckpoint.in(folder)).contains(later);
    }

    @Test
    void unfinishedCheckpointDoesNotCount() throws IOException {
        Path finished = complete("run-a", 4, "2026-01-01T00:00:00Z");
        Files.createDirectories(folder.resolve("run-a/chk-5"));
        Files.createFile(Files.createDirectories(folder.resolve("run-a/chk-6")).resolve("_metadata"));
        Files.writeString(folder.resolve("run-a/chk-5/.metadata.inprogress.1"), "half");
        Files.createDirectories(folder.resolve("run-a/shared"));

        assertThat(LatestCheckpoint.in(folder)).contains(finished);
    }

    @Test
    void pruningKeepsTheLatestFewAndNothingElse() throws IOException {
        complete("run-a", 1, "2026-01-01T00:00:00Z");
        complete("run-b", 2, "2026-01-01T00:00:00Z");
        Path third = complete("run-b", 3, "2026-01-01T00:00:00Z");
        Path fourth = complete("run-c", 4, "2026-01-01T00:00:00Z");
        Path fifth = complete("run-c", 5, "2026-01-01T00:00:00Z");
        Files.createDirectories(folder.resolve("run-c/chk-6"));
        Files.createDirectories(folder.resolve("run-c/shared"));

        LatestCheckpoint.prune(folder);

        assertThat(folder.resolve("run-a")).doesNotExist();
        assertThat(folder.resolve("run-b")).isDirectoryNotContaining(path -> !path.equals(third));
        assertThat(folder.resolve("run-c/chk-6")).doesNotExist();
        assertThat(folder.resolve("run-c/shared")).exists();
        assertThat(fourth).exists();
        assertThat(LatestCheckpoint.in(folder)).contains(fifth);
    }

    private Path complete(String run, int number, String writtenAt) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(run).resolve("chk-" + number));
        Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "state");
        Files.setLastModifiedTime(metadata, FileTime.from(Instant.parse(writtenAt)));
        return checkpoint;
    }
}
