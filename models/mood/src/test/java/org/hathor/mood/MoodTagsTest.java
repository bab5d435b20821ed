package org.hathor.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodTagsTest {
    private static final String HEADER = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n";

    @TempDir
    Path folder;

    @Test
    void aTagSaysWhatIsThereAndWhatCannotBe() {
        assertThat(MoodTags.labels(List.of("mood/theme---happy")).moods())
                .isEqualTo(Map.of(Mood.HAPPY, true, Mood.SAD, false, Mood.DARK, false));
        assertThat(MoodTags.labels(List.of("mood/theme---corporate", "film")).moods())
                .isEmpty();
        assertThat(MoodTags.labels(List.of("happy")).quadrant()).isEmpty();
    }

    @Test
    void whatIsTaggedIsThereWhateverElseIs() {
        for (List<String> tags : List.of(List.of("happy", "sad"), List.of("sad", "happy"))) {
            assertThat(MoodTags.labels(tags).moods())
                    .containsEntry(Mood.HAPPY, true)
                    .containsEntry(Mood.SAD, true)
                    .containsEntry(Mood.DARK, false);
        }
    }

    @Test
    void oppositesAreMutualAndNoMoodIsItsOwn() {
        for (Mood mood : Mood.values()) {
            assertThat(MoodTags.opposites(mood)).doesNotContain(mood).isNotEmpty();
            for (Mood opposite : MoodTags.opposites(mood)) {
                assertThat(MoodTags.opposites(opposite)).contains(mood);
            }
        }
    }

    @Test
    void everyMoodHasATagAndLabelsReadBack() {
        Set<Mood> named = new HashSet<>();
        MoodTags.vocabulary().forEach(tag -> named.addAll(MoodTags.moods(tag)));
        assertThat(named).containsExactlyInAnyOrder(Mood.values());
        assertThat(Mood.values()).allMatch(mood -> Mood.ofLabel(mood.label()) == mood);
        assertThatThrownBy(() -> Mood.ofLabel("sleepy")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quadrantsSpeakOfSixMoodsAndAgreeWithTheirSigns() {
        for (Quadrant quadrant : Quadrant.values()) {
            MoodLabels labels = MoodLabels.of(quadrant);
            assertThat(labels.moods()).hasSize(6).doesNotContainKeys(Mood.ROMANTIC, Mood.DREAMY, Mood.EPIC);
            assertThat(labels.moods().get(Mood.ENERGETIC)).isEqualTo(quadrant.arousal() > 0);
            assertThat(labels.moods().get(Mood.DARK)).isEqualTo(quadrant.valence() < 0);
            assertThat(Quadrant.at(quadrant.valence(), quadrant.arousal())).isEqualTo(quadrant);
        }
    }

    @Test
    void aListIsRead() throws IOException {
        Path file = folder.resolve("list.tsv");
        Files.writeString(file, HEADER + "t1\ta1\tb1\t00/1.mp3\t12.5\tmood/theme---epic\tmood/theme---film\n\n");
        assertThat(JamendoTracks.read(file)).singleElement().satisfies(track -> {
            assertThat(track.id()).isEqualTo("t1");
            assertThat(track.artist()).isEqualTo("a1");
            assertThat(track.seconds()).isEqualTo(12.5);
            assertThat(track.labels().moods()).isEqualTo(Map.of(Mood.EPIC, true, Mood.CALM, false));
        });
    }

    @Test
    void whatIsNoListIsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("list.tsv");
        Files.writeString(file, "something else\n");
        assertThatThrownBy(() -> JamendoTracks.read(file)).hasMessageContaining("no list of MTG-Jamendo");
        Files.writeString(file, HEADER + "t1\ta1\tb1\t00/1.mp3\tlong\tmood/theme---epic\n");
        assertThatThrownBy(() -> JamendoTracks.read(file))
                .hasMessageContaining("line 2")
                .hasMessageContaining("long");
        Files.writeString(file, HEADER + "t1\ta1\n");
        assertThatThrownBy(() -> JamendoTracks.read(file)).hasMessageContaining("2 columns");
    }

    @Test
    void everyTagOfTheDataSetIsKnown() throws IOException {
        Path data = Path.of(Optional.ofNullable(System.getenv("HATHOR_TEST_DATA"))
                .orElse(System.getProperty("hathor.root", ".") + "/../shared/data"));
        Path list = data.resolve("mtg-jamendo-moodtheme/split-0/autotagging_moodtheme-train.tsv");
        Assumptions.assumeTrue(Files.exists(list), "MTG-Jamendo's tags are not at " + list);
        Set<String> tags = new HashSet<>();
        JamendoTracks.read(list)
                .forEach(track -> track.tags().forEach(tag -> tags.add(tag.replace("mood/theme---", ""))));
        assertThat(MoodTags.vocabulary()).containsAll(tags);
        assertThat(tags).hasSizeGreaterThan(50);
    }
}
