package org.hathor.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractionSourceTest {
    @TempDir
    Path folder;

    @Test
    void hetrecKeepsArtistsWithFiveListeners() throws IOException {
        StringBuilder rows = new StringBuilder("userID\tartistID\tweight\r\n");
        for (int user = 1; user <= 5; user++) {
            rows.append(user).append("\t51\t13883\r\n");
        }
        rows.append("1\t52\t11690\r\n");
        Files.writeString(folder.resolve("user_artists.dat"), rows);
        Files.writeString(folder.resolve("artists.dat"), "id\tname\turl\tpictureURL\n51\tDuran Duran\thttp\thttp\n");

        InteractionSource source = InteractionSource.parse("hetrec:" + folder);

        assertThat(source.read()).hasSize(5).contains(new Interaction("3", "51", 1));
        assertThat(source.itemNames()).containsEntry("51", "Duran Duran");
        assertThat(source.itemKind()).isEqualTo(ItemKind.ARTIST);
    }

    @Test
    void aMalformedLineIsNamed() throws IOException {
        Files.writeString(folder.resolve("u.data"), "1\t2\t5\t881250949\n1 2 5\n");

        assertThatThrownBy(InteractionSource.parse("movielens:" + folder)::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("u.data line 2: 1 columns, expected 3");
    }

    @Test
    void anUnknownSourceIsRefused() {
        assertThatThrownBy(() -> InteractionSource.parse("netflix:/data"))
                .hasMessage("interactions must be hetrec:FOLDER or movielens:FOLDER, not 'netflix:/data'");
        assertThatThrownBy(() -> InteractionSource.parse("hetrec")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePublicTablesHaveTheirPublishedCounts() {
        Path data = testData();
        assumeTrue(Files.isDirectory(data), "skipped: no test data at " + data);

        var hetrec = new HetrecLastfm(data.resolve("hetrec-lastfm-2k")).read();
        assertThat(hetrec).hasSize(71_426);
        assertThat(hetrec.stream().map(Interaction::userId).distinct()).hasSize(1_881);
        assertThat(hetrec.stream().map(Interaction::itemId).distinct()).hasSize(2_828);
        var movielens = new Movielens100k(data.resolve("movielens-100k"));
        assertThat(movielens.read()).hasSize(100_000);
        assertThat(movielens.itemNames()).hasSize(1_682);
    }

    private static Path testData() {
        return Optional.ofNullable(System.getenv("HATHOR_TEST_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("hathor.root", "."), "..", "shared", "data"));
    }
}
