package org.hathor.simulator.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PatternBookTest {
    private static final Set<Drum> BACKBEAT = Set.of(
            Drum.SNARE, Drum.CLAP, Drum.RIM, Drum.BRUSH, Drum.TAMBOURINE, Drum.HAT_FOOT, Drum.CONGA, Drum.HAT_CLOSED);

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyGrooveMarksTheFirstBeatBelowAndTheSecondAndFourthAbove(Style style) {
        for (PatternBook.Entry groove : all("grooves.txt", style)) {
            boolean low = false;
            boolean second = false;
            boolean fourth = false;
            for (String line : groove.lines()) {
                Drum drum = Drum.of(line.substring(0, line.indexOf(' ')));
                String pattern = line.substring(line.lastIndexOf(' ') + 1);
                int quarter = pattern.length() / 4;
                assertThat(pattern.length()).as(line).isIn(12, 16);
                if (drum == Drum.KICK || drum == Drum.TOM_LOW) {
                    low |= pattern.charAt(0) != '.';
                }
                if (BACKBEAT.contains(drum)) {
                    second |= pattern.charAt(quarter) != '.';
                    fourth |= pattern.charAt(3 * quarter) != '.';
                }
            }
            assertThat(low && second && fourth).as("%s", groove).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyBassLineBeginsOnTheFirstBeat(Style style) {
        for (PatternBook.Entry entry : all("basslines.txt", style)) {
            assertThat(entry.columns().get(0)).startsWith("1").matches("[1358a.-]{12}|[1358a.-]{16}");
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyProgressionIsMadeOfChords(Style style) {
        PatternBook book = PatternBook.read("progressions.txt");
        for (String mode : List.of("major", "minor")) {
            for (PatternBook.Entry entry : book.of(style, mode).entries()) {
                for (String chord : entry.columns().get(1).split("[ ,]", -1)) {
                    assertThat(Roman.parse(chord).semitones()).isBetween(0, 11);
                }
            }
        }
    }

    private static List<PatternBook.Entry> all(String resource, Style style) {
        PatternBook book = PatternBook.read(resource);
        List<PatternBook.Entry> entries = new ArrayList<>();
        for (double tempo = 60; tempo <= 200; tempo += 5) {
            entries.addAll(book.at(style, tempo).entries());
        }
        assertThat(entries).isNotEmpty();
        return entries;
    }

    @ParameterizedTest
    @CsvSource({
        "I, 0, MAJOR",
        "bVII, 10, MAJOR",
        "iv, 5, MINOR",
        "iim7b5, 2, HALF_DIMINISHED",
        "V7, 7, DOMINANT_SEVENTH",
        "bII5, 1, POWER",
        "Imaj7, 0, MAJOR_SEVENTH",
        "vim7, 9, MINOR_SEVENTH",
        "Vsus4, 7, SUSPENDED",
        "iidim, 2, DIMINISHED",
    })
    void romanNumeralsAreRead(String text, int semitones, ChordQuality quality) {
        assertThat(Roman.parse(text)).isEqualTo(new Roman(semitones, quality));
    }

    @ParameterizedTest
    @CsvSource({"H", "IIX", "Iadd9", "''"})
    void whatIsNoRomanNumeralIsRefusedByName(String text) {
        assertThatThrownBy(() -> Roman.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void aStyleMostlyPlaysItsOwn() {
        PatternBook.Choice choice = PatternBook.read("basslines.txt").at(Style.JAZZ, 120);
        double own = 0;
        double any = 0;
        for (int i = 0; i < choice.entries().size(); i++) {
            if (choice.entries().get(i).styles().contains("jazz")) {
                own += choice.weights().get(i);
            } else {
                any += choice.weights().get(i);
            }
        }
        assertThat(own).isGreaterThan(any);
    }
}
