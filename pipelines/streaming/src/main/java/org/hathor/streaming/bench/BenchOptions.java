package org.hathor.streaming.bench;

import java.util.Arrays;
import java.util.Iterator;

/**
 * What {@link StreamBench} is asked for.
 *
 * @param events {@code --events}, how many listens; default 2,000,000
 * @param rounds {@code --rounds}, how often each way is measured; default 3
 * @param parallelism {@code --parallelism}, of each Flink job; default 2
 * @param form {@code --json} for one JSON object in place of the table
 */
record BenchOptions(long events, int rounds, int parallelism, Form form) {
    /** How the figures are given. */
    enum Form {
        TABLE,
        JSON
    }

    BenchOptions {
        require(events >= 1_000, "--events must be at least 1000");
        require(rounds >= 1, "--rounds must be at least 1");
        require(parallelism >= 1 && parallelism <= 128, "--parallelism must be 1 to 128");
    }

    /** @throws IllegalArgumentException naming what is wrong */
    static BenchOptions of(String... arguments) {
        long events = 2_000_000;
        int rounds = 3;
        int parallelism = 2;
        Form form = Form.TABLE;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--events" -> events = number(option, rest);
                case "--rounds" -> rounds = number(option, rest);
                case "--parallelism" -> parallelism = number(option, rest);
                case "--json" -> form = Form.JSON;
                default ->
                    throw new IllegalArgumentException(
                            "there is no option '%s': --events N, --rounds N, --parallelism N, --json"
                                    .formatted(option));
            }
        }
        return new BenchOptions(events, rounds, parallelism, form);
    }

    private static int number(String option, Iterator<String> rest) {
        String text = rest.hasNext() ? rest.next() : "";
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s needs a whole number, not '%s'".formatted(option, text), e);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
