package org.hathor.listening.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hathor.mood.Evaluation;
import org.hathor.mood.ModelCard;
import org.hathor.mood.Reliability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledMoodModelTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void theNetworkThatWasPromotedLastIsTaken() throws IOException {
        version("ffff", 1, true);
        version("aaaa", 3, true);
        version("cccc", 2, true);
        version("bbbb", 4, false);

        assertThat(installed().promoted()).contains(models().resolve("aaaa"));
    }

    @Test
    void whatIsNotWholeIsNoNetwork() throws IOException {
        version(".work", 1, true);
        Files.createDirectories(models().resolve("cccc"));

        assertThat(installed().promoted()).isEmpty();
        assertThat(installed().absence())
                .startsWith("No mood model is installed")
                .contains("train-mood");
    }

    @Test
    void aNetworkThatIsNotGoodEnoughIsNotShownAndTheReasonIsSaid() throws IOException {
        version("aaaa", 1, false);

        assertThat(installed().load()).isEmpty();
        assertThat(installed().absence()).contains("not promoted: by 2 points", "more music");
    }

    @Test
    void whereNothingWasEverTrainedThereIsNone() throws IOException {
        assertThat(installed().load()).isEmpty();
        assertThat(installed().absence()).startsWith("No mood model is installed");
    }

    @Test
    void aDamagedCardIsNamed() throws IOException {
        version("aaaa", 1, true);
        Files.writeString(models().resolve("aaaa").resolve("card.json"), "{");

        assertThatThrownBy(() -> installed().load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("aaaa");
    }

    private InstalledMoodModel installed() {
        return new InstalledMoodModel(data);
    }

    private Path models() {
        return data.resolve("models").resolve("mood");
    }

    private void version(String name, int hour, boolean promoted) throws IOException {
        Evaluation figures = new Evaluation(10, 0.5, 0.5, 0.1, 0.5, 0.5, Map.of(), new Reliability(List.of()));
        ModelCard card = new ModelCard(
                "mood",
                name,
                "a test",
                List.of(),
                List.of(),
                "by song",
                Map.of(),
                List.of(),
                figures,
                figures,
                promoted,
                promoted ? "promoted" : "not promoted: by 2 points");
        Path folder = Files.createDirectories(models().resolve(name));
        Files.writeString(folder.resolve("card.json"), card.toJson());
        Path description = Files.writeString(folder.resolve("network.json"), "{}");
        Files.setLastModifiedTime(description, FileTime.from(NOON.plusSeconds(3_600L * hour)));
    }
}
