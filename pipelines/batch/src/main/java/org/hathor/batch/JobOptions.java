package org.hathor.batch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A job's options as given on the command line: each known to the job, each at most once, each with a value. */
public final class JobOptions {
    private final Map<String, String> values;

    private JobOptions(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads {@code --name value} and {@code --name=value}.
     *
     * @param known the options the job has
     * @throws IllegalArgumentException naming what is unknown, repeated or lacks its value
     */
    public static JobOptions parse(List<String> arguments, List<JobOption> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("--") || known.stream().noneMatch(option -> name.equals("--" + option.name()))) {
                throw new IllegalArgumentException("unknown option %s: this job has %s".formatted(name, names(known)));
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new IllegalArgumentException("option %s lacks a value".formatted(name));
            }
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            if (values.put(name.substring(2), value) != null) {
                throw new IllegalArgumentException("option %s is given twice".formatted(name));
            }
        }
        return new JobOptions(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<Integer> integer(String name) {
        return read(name, Integer::valueOf, "a whole number");
    }

    public Optional<Double> decimal(String name) {
        return read(name, Double::valueOf, "a number");
    }

    public Optional<LocalDate> date(String name) {
        return read(name, LocalDate::parse, "a date such as 2026-01-31");
    }

    public Optional<Duration> duration(String name) {
        return read(name, Duration::parse, "an ISO 8601 duration such as PT2M");
    }

    private <T> Optional<T> read(String name, Function<String, T> parse, String form) {
        return text(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (NumberFormatException | DateTimeParseException e) {
                throw new IllegalArgumentException("--%s must be %s, not '%s'".formatted(name, form, text), e);
            }
        });
    }

    private static String names(List<JobOption> known) {
        return known.isEmpty()
                ? "none"
                : String.join(
                        ", ", known.stream().map(option -> "--" + option.name()).toList());
    }
}
