package org.hathor.recommendation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A text table with one row a line and a literal separator. */
final class TableFile {
    private final Path path;
    private final Pattern separator;
    private final Charset charset;
    private final int headerLines;

    TableFile(Path path, String separator, Charset charset, int headerLines) {
        this.path = path;
        this.separator = Pattern.compile(Pattern.quote(separator));
        this.charset = charset;
        this.headerLines = headerLines;
    }

    /**
     * Each row by the given function of its columns.
     *
     * @throws IllegalArgumentException naming file and line, when a row has too few columns or the function refuses it
     */
    <T> List<T> rows(int columnsMin, Function<String[], T> row) {
        List<T> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(path, charset)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number > headerLines && !line.isBlank()) {
                    rows.add(parse(line, number, columnsMin, row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return rows;
    }

    private <T> T parse(String line, int number, int columnsMin, Function<String[], T> row) {
        String[] columns = separator.split(line, -1);
        if (columns.length < columnsMin) {
            throw new IllegalArgumentException(
                    "%s line %d: %d columns, expected %d".formatted(path, number, columns.length, columnsMin));
        }
        try {
            return row.apply(columns);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s line %d: %s".formatted(path, number, e.getMessage()), e);
        }
    }
}
