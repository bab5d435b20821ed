package org.hathor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIdentityTest {
    /** Computed once with Python: uuid.uuid5(namespace, "artist\x1fbjörk"). */
    @Test
    void idsAreVersion5UuidsAsTheStandardHasThem() {
        assertThat(NameIdentity.artist("Björk").value()).isEqualTo("eefcce24-6e33-5135-be8c-897f416a3726");
        assertThat(NameIdentity.track("Björk", "Jóga").value()).isEqualTo("c90715de-3391-5dac-8947-da453d10cec8");
        assertThat(UUID.fromString(NameIdentity.album("Björk", "Post").value()).version())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"' The  Beatles ',the beatles", "BJÖRK,björk", "ﬁne,fine", "'a\u00a0b','a b'"})
    void spellingsOfOneNameAreEqual(String one, String other) {
        assertThat(NameIdentity.artist(one)).isEqualTo(NameIdentity.artist(other));
    }

    @Property
    void caseAndSpacingNeverMatter(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String name) {
        assertThat(NameIdentity.artist("  " + name.toUpperCase(Locale.ROOT) + "\t"))
                .isEqualTo(NameIdentity.artist(name));
    }

    @Property
    void normalisingTwiceIsNormalisingOnce(@ForAll String name) {
        String once = NameIdentity.normalise(name);
        assertThat(NameIdentity.normalise(once)).isEqualTo(once);
    }

    @Property
    void namesDoNotRunIntoEachOther(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String a,
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String b) {
        assertThat(NameIdentity.track(a + b, "x")).isNotEqualTo(NameIdentity.track(a, b + "x"));
        assertThat(NameIdentity.track(a, b).value())
                .isNotEqualTo(NameIdentity.album(a, b).value());
    }

    @Test
    void listenIdsTakeTheirPartsToTheLetter() {
        assertThat(NameIdentity.listen("s", "1", "A")).isEqualTo(NameIdentity.listen("s", "1", "A"));
        assertThat(NameIdentity.listen("s", "1", "A")).isNotEqualTo(NameIdentity.listen("s", "1", "a"));
        assertThat(NameIdentity.listen("s", "1A")).isNotEqualTo(NameIdentity.listen("s", "1", "A"));
    }
}
