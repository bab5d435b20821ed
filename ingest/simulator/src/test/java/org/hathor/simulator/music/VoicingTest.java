package org.hathor.simulator.music;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class VoicingTest {
    @Property(tries = 200)
    void voicesAscendBelongToTheChordAndMoveLittle(
            @ForAll @Size(6) int @IntRange(min = 0, max = 11) [] roots, @ForAll ChordQuality quality) {
        Voicing voicing = new Voicing(60, 4);
        int[] before = null;
        for (int root : roots) {
            int[] voices = voicing.next(root, quality);
            boolean[] heard = new boolean[12];
            for (int i = 0; i < voices.length; i++) {
                heard[Math.floorMod(voices[i] - root, 12)] = true;
                assertThat(voices[i]).isBetween(51, 69);
                if (i > 0) {
                    assertThat(voices[i]).isGreaterThan(voices[i - 1]);
                }
                if (before != null && before.length == voices.length) {
                    assertThat(Math.abs(voices[i] - before[i])).isLessThanOrEqualTo(9);
                }
            }
            for (int interval : quality.intervals()) {
                assertThat(heard[interval] || interval == 7).isTrue();
            }
            before = voices;
        }
    }

    @Property(tries = 100)
    void aChordThatComesAgainStaysWhereItIs(
            @ForAll @IntRange(min = 0, max = 11) int root, @ForAll ChordQuality quality) {
        Voicing voicing = new Voicing(60, 4);
        assertThat(voicing.next(root, quality)).isEqualTo(voicing.next(root, quality));
    }
}
