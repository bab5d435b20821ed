package org.hathor.streaming.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {
    @Property
    void aUuidIsItsOwnBits(@ForAll long high, @ForAll long low) {
        assertThat(EventId.of(new UUID(high, low).toString())).isEqualTo(new EventId(high, low));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "0f8fad5b-d9cb-469f-a165-70867728950e ",
                "0f8fad5bd9cb469fa16570867728950e",
                "0f8fad5b-d9cb-469f-a165-70867728950g",
                "0f8fad5b-d9cb-469f-a165-7086772895-e",
                "0f8fad5b-d9cb-469f-a165-70867728950\u00e9"
            })
    void anyOtherTextIsItsHash(String text) {
        EventId uuid = EventId.of("0f8fad5b-d9cb-469f-a165-70867728950e");

        assertThat(EventId.of(text)).isNotEqualTo(uuid).isEqualTo(EventId.of(text));
    }

    @Test
    void theHashIsSha256() {
        // FIPS 180-2, appendix B.1: SHA-256 of "abc"
        assertThat(EventId.of("abc")).isEqualTo(new EventId(0xba7816bf8f01cfeaL, 0x414140de5dae2223L));
    }

    @Property
    void aUuidInCapitalsIsAnotherText(@ForAll long high) {
        String text = new UUID(high, 0xabcdefL).toString();

        assertThat(EventId.of(text.toUpperCase(Locale.ROOT))).isNotEqualTo(EventId.of(text));
    }
}
