package org.hathor.importers;

import com.fasterxml.jackson.databind.JsonNode;
import org.hathor.gateway.RejectionCode;

/** The fields of one JSON record, each asked for by name and type. */
record JsonRecord(JsonNode node) {
    /** @throws BadRecordException when it is no JSON object */
    JsonRecord {
        if (!node.isObject()) {
            throw new BadRecordException(RejectionCode.NOT_AN_OBJECT, null, "the record is no JSON object");
        }
    }

    /** The text, or null where there is none. */
    String text(String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** @throws BadRecordException when it is missing or no text */
    String requiredText(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadRecordException(RejectionCode.MISSING_FIELD, field, field + " is missing");
        }
        if (!value.isTextual()) {
            throw new BadRecordException(RejectionCode.WRONG_TYPE, field, field + " is no text");
        }
        return value.textValue();
    }

    /** The whole number, or null where there is none. */
    Long number(String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    /** @throws BadRecordException when it is missing or no whole number */
    long requiredNumber(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadRecordException(RejectionCode.MISSING_FIELD, field, field + " is missing");
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadRecordException(RejectionCode.WRONG_TYPE, field, field + " is no whole number");
        }
        return value.longValue();
    }

    /** False where there is none. */
    boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    /** The object under that name; an empty one where there is none. */
    JsonRecord object(String field) {
        JsonNode value = node.path(field);
        return new JsonRecord(
                value.isObject() ? value : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
    }
}
