package org.hathor.importers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.hathor.gateway.RejectionCode;
import org.hathor.importers.ExportFormat.Records;

/** Reads files of JSON records: one array of them, or one to a line. Memory holds one record at a time. */
final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOOK_AHEAD_BYTES = 4096;

    private JsonFile() {}

    /** Reads either form, whichever the file begins with. */
    static void read(InputStream in, Records records, Function<JsonRecord, HeardTrack> parse) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        if (firstCharacter(buffered) == '[') {
            readArray(buffered, records, parse);
        } else {
            readLines(buffered, records, parse);
        }
    }

    /** A damaged array ends at its damage: what stands behind it is one bad record. */
    static void readArray(InputStream in, Records records, Function<JsonRecord, HeardTrack> parse) throws IOException {
        long number = 0;
        try (JsonParser parser = JSON.getFactory().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new WrongExportException("the file holds no JSON array of listens");
            }
            while (true) {
                number++;
                JsonNode node;
                try {
                    JsonToken token = parser.nextToken();
                    if (token == JsonToken.END_ARRAY) {
                        return;
                    }
                    node = token == null ? null : parser.readValueAsTree();
                } catch (JsonProcessingException e) {
                    damaged(records, number, e.getOriginalMessage());
                    return;
                }
                if (node == null) {
                    damaged(records, number, "the file ends in the middle of the array");
                    return;
                }
                JsonNode record = node;
                records.record(number, record.toString(), () -> parse.apply(new JsonRecord(record)));
            }
        }
    }

    private static void damaged(Records records, long number, String reason) {
        records.record(number, "", () -> {
            throw new BadRecordException(
                    RejectionCode.MALFORMED_JSON, null, "the file is damaged from here on, export it again: " + reason);
        });
    }

    private static void readLines(InputStream in, Records records, Function<JsonRecord, HeardTrack> parse)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                String text = line;
                records.record(number, text, () -> parse.apply(new JsonRecord(tree(text))));
            }
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BadRecordException(
                    RejectionCode.MALFORMED_JSON, null, "the line is no JSON: " + e.getOriginalMessage());
        }
    }

    private static int firstCharacter(BufferedInputStream in) throws IOException {
        in.mark(LOOK_AHEAD_BYTES);
        int character = in.read();
        // A byte order mark may stand before everything else.
        for (int read = 1;
                read < LOOK_AHEAD_BYTES
                        && (Character.isWhitespace(character)
                                || character == 0xEF
                                || character == 0xBB
                                || character == 0xBF);
                read++) {
            character = in.read();
        }
        in.reset();
        return character;
    }
}
