package org.hathor.simulator.music;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hathor.simulator.Randomness;

/** A table of what may be played, read from a text file beside this class: which styles and tempi a line is for. */
final class PatternBook {
    private static final Pattern BARS = Pattern.compile("\\|");
    private static final String ANY = "any";

    /** How much oftener a style plays what is its own than what suits any style. */
    private static final double OWN_WEIGHT = 5;

    private final List<Entry> entries;

    private PatternBook(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * A line of the table.
     *
     * @param styles names of styles, or {@code any}
     * @param condition the second column: tempi, or a mode
     * @param columns what follows
     * @param lines what stands below, until an empty line
     */
    record Entry(List<String> styles, String condition, List<String> columns, List<String> lines) {
        private boolean suits(double tempoBpm) {
            int dash = condition.indexOf('-');
            return tempoBpm >= Double.parseDouble(condition.substring(0, dash))
                    && tempoBpm <= Double.parseDouble(condition.substring(dash + 1));
        }

        private double weight(Style style) {
            return styles.contains(style.text()) ? OWN_WEIGHT : styles.contains(ANY) ? 1 : 0;
        }
    }

    /** Reads a table; a line without bars belongs to the entry above it. */
    static PatternBook read(String resource) {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PatternBook.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> columns =
                        BARS.splitAsStream(line).map(String::strip).toList();
                if (columns.size() == 1) {
                    entries.get(entries.size() - 1).lines().add(line);
                } else {
                    entries.add(new Entry(
                            List.of(columns.get(0).split(",")),
                            columns.get(1),
                            columns.subList(2, columns.size()),
                            new ArrayList<>()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PatternBook(List.copyOf(entries));
    }

    /** All lines that suit a style and a tempo, with how often each is chosen. */
    Choice at(Style style, double tempoBpm) {
        Choice choice = new Choice(new ArrayList<>(), new ArrayList<>());
        entries.stream()
                .filter(entry -> entry.suits(tempoBpm))
                .forEach(entry -> choice.add(entry, entry.weight(style)));
        return choice;
    }

    /** All lines for a style whose second column is the given word. */
    Choice of(Style style, String condition) {
        Choice choice = new Choice(new ArrayList<>(), new ArrayList<>());
        entries.stream()
                .filter(entry -> entry.condition().equals(condition))
                .forEach(entry -> choice.add(entry, entry.weight(style)));
        return choice;
    }

    /** Lines to draw from. */
    record Choice(List<Entry> entries, List<Double> weights) {
        private void add(Entry entry, double weight) {
            if (weight > 0) {
                entries.add(entry);
                weights.add(weight);
            }
        }

        Choice where(Predicate<Entry> wanted) {
            Choice narrowed = new Choice(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < entries.size(); i++) {
                if (wanted.test(entries.get(i))) {
                    narrowed.add(entries.get(i), weights.get(i));
                }
            }
            return narrowed;
        }

        boolean isEmpty() {
            return entries.isEmpty();
        }

        /** @throws IllegalStateException when nothing suits, which is a fault of the table */
        Entry draw(Randomness random) {
            if (entries.isEmpty()) {
                throw new IllegalStateException("the table has nothing that suits");
            }
            return entries.get(random.weighted(
                    weights.stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }
}
