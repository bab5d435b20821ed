package org.hathor.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The fields of one event as they stood in its JSON, whatever their order. One instance serves a whole request, event
 * after event.
 */
final class EventFields {
    /** Stands for an object or array where a plain value belongs. */
    private static final Object NESTED = new Object();

    private static final Instant YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    private final Object[] values = new Object[Field.COUNT];
    private long present;
    private long seen;
    private String unknown;
    private Field twice;

    /** Reads from after an object's opening brace to its closing one. */
    void read(JsonParser json) throws IOException {
        Arrays.fill(values, null);
        present = 0;
        seen = 0;
        unknown = null;
        twice = null;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = json.currentName();
            Field field = Field.of(name);
            JsonToken value = json.nextToken();
            if (field == null) {
                unknown = unknown == null ? name : unknown;
                json.skipChildren();
                continue;
            }
            if ((seen & field.bit()) != 0) {
                twice = field;
            }
            seen |= field.bit();
            Object plain = value(json, value, field);
            values[field.ordinal()] = plain;
            if (plain != null) {
                present |= field.bit();
            }
        }
    }

    /**
     * The type of the event, once it is sure that it has no field that the type has not.
     *
     * @throws Refused otherwise
     */
    EventType type() {
        EventType type = EventType.of(text(Field.TYPE));
        long foreign = seen & ~type.fields;
        if (unknown != null || foreign != 0) {
            String name = unknown != null ? unknown : Field.values()[Long.numberOfTrailingZeros(foreign)].json;
            String shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
            throw new Refused(
                    RejectionCode.UNKNOWN_FIELD, shown, "%s has no field '%s': remove it".formatted(type.json, shown));
        }
        if (twice != null) {
            throw new Refused(
                    RejectionCode.DUPLICATE_FIELD, twice.json, "%s stands twice: send it once".formatted(twice));
        }
        return type;
    }

    boolean has(Field field) {
        return (present & field.bit()) != 0;
    }

    String text(Field field) {
        Object value = values[field.ordinal()];
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrongType(field, "text");
    }

    String requiredText(Field field) {
        String value = text(field);
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    /** Null where absent. */
    Long number(Field field) {
        Object value = values[field.ordinal()];
        if (value == null || value instanceof Long) {
            return (Long) value;
        }
        throw wrongType(field, "a whole number");
    }

    long requiredNumber(Field field) {
        Long value = number(field);
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    /** False where absent. */
    boolean flag(Field field) {
        Object value = values[field.ordinal()];
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        throw wrongType(field, "true or false");
    }

    /** Empty where absent. */
    @SuppressWarnings("unchecked")
    List<String> texts(Field field) {
        Object value = values[field.ordinal()];
        if (value == null || value instanceof List) {
            return value == null ? List.of() : (List<String>) value;
        }
        throw wrongType(field, "a list of texts");
    }

    /** Milliseconds since 1970 or ISO 8601; null where absent. */
    Instant time(Field field) {
        Object value = values[field.ordinal()];
        try {
            if (value == null) {
                return null;
            }
            if (value instanceof Long millis) {
                return plausible(Instant.ofEpochMilli(millis), field);
            }
            if (value instanceof String text) {
                return plausible(Instant.parse(text), field);
            }
        } catch (DateTimeException e) {
            // Told below, with what would have been right.
        }
        throw invalidTime(field);
    }

    Instant requiredTime(Field field) {
        Instant value = time(field);
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    /** A word of that enum, in either case; the fallback where absent. */
    <E extends Enum<E>> E word(Field field, Class<E> words, E fallback) {
        String text = text(field);
        if (text == null) {
            return fallback;
        }
        try {
            return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    RejectionCode.UNKNOWN_VALUE,
                    field.json,
                    "%s must be one of %s".formatted(field, List.of(words.getEnumConstants())));
        }
    }

    /** Far instants overflow when something is added to them or when they become milliseconds. */
    private static Instant plausible(Instant value, Field field) {
        if (value.isBefore(YEAR_ZERO) || value.isAfter(YEAR_9999)) {
            throw invalidTime(field);
        }
        return value;
    }

    private static Refused invalidTime(Field field) {
        return new Refused(
                RejectionCode.INVALID_TIME,
                field.json,
                "%s must be ISO 8601 with a zone, such as 2024-05-01T12:00:00Z, or milliseconds since 1970"
                        .formatted(field));
    }

    private static Refused missing(Field field) {
        return new Refused(RejectionCode.MISSING_FIELD, field.json, "%s is missing".formatted(field));
    }

    private static Refused wrongType(Field field, String expected) {
        return new Refused(RejectionCode.WRONG_TYPE, field.json, "%s must be %s".formatted(field, expected));
    }

    private static Object value(JsonParser json, JsonToken token, Field field) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? NESTED : (Object) json.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case START_ARRAY -> field == Field.GENRES ? texts(json) : skip(json);
            default -> skip(json);
        };
    }

    private static Object texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        boolean plain = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            } else {
                plain = false;
                json.skipChildren();
            }
        }
        return plain ? texts : NESTED;
    }

    private static Object skip(JsonParser json) throws IOException {
        json.skipChildren();
        return NESTED;
    }
}
