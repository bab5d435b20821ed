package org.hathor.api.listenbrainz;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A body of {@code POST /1/submit-listens}, read but not yet judged listen by listen.
 *
 * @param type what the listens are
 * @param listens at least one; exactly one unless they are imported
 */
record Submission(Type type, List<Report> listens) {
    static final int LISTEN_BYTES_MAX = 10_240;
    static final int LISTENS_MAX = 1_000;
    static final int BODY_BYTES_MAX = LISTEN_BYTES_MAX * LISTENS_MAX;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a submission says about its listens. */
    enum Type {
        /** One track was just heard. */
        SINGLE,
        /** One track is being heard. */
        PLAYING_NOW,
        /** Tracks were heard some time ago. */
        IMPORT;

        /** @throws Unacceptable when there is no such type */
        static Type of(JsonNode value) {
            for (Type type : values()) {
                if (value != null && type.name().toLowerCase(Locale.ROOT).equals(value.textValue())) {
                    return type;
                }
            }
            throw new Unacceptable("listen_type must be single, playing_now or import");
        }
    }

    /**
     * One element of the payload.
     *
     * @param json as it was read
     * @param original its own bytes
     */
    record Report(JsonNode json, byte[] original) {}

    /** @throws Unacceptable when it is no submission, or a larger one than is allowed */
    static Submission read(byte[] body) {
        if (body.length > BODY_BYTES_MAX) {
            throw new Unacceptable(
                    "The body has %d bytes: at most %d are allowed".formatted(body.length, BODY_BYTES_MAX));
        }
        JsonNode type = null;
        List<Report> listens = null;
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Unacceptable("The body must be a JSON object with listen_type and payload");
            }
            for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("listen_type")) {
                    type = json.readValueAsTree();
                } else if (name.equals("payload")) {
                    listens = payload(json, body);
                } else {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw new Unacceptable("There is something after the end of the JSON document");
            }
        } catch (JsonProcessingException e) {
            throw new Unacceptable("Cannot parse the JSON document: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return checked(type, listens, body.length);
    }

    private static Submission checked(JsonNode typeNode, List<Report> listens, int bodyBytes) {
        if (typeNode == null || listens == null) {
            throw new Unacceptable("The JSON document must have listen_type and payload");
        }
        if (listens.isEmpty()) {
            throw new Unacceptable("The payload does not contain any listens");
        }
        if (bodyBytes > listens.size() * LISTEN_BYTES_MAX) {
            throw new Unacceptable("A listen may not be larger than %d bytes".formatted(LISTEN_BYTES_MAX));
        }
        Type type = Type.of(typeNode);
        if (type != Type.IMPORT && listens.size() > 1) {
            throw new Unacceptable("The payload of single and playing_now must contain exactly one listen");
        }
        return new Submission(type, List.copyOf(listens));
    }

    private static List<Report> payload(JsonParser json, byte[] body) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new Unacceptable("The payload must be a list of listens");
        }
        List<Report> listens = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (listens.size() == LISTENS_MAX) {
                throw new Unacceptable("At most %d listens may be submitted at once".formatted(LISTENS_MAX));
            }
            int from = (int) json.currentTokenLocation().getByteOffset();
            JsonNode listen = json.readValueAsTree();
            int to = (int) json.currentLocation().getByteOffset();
            listens.add(new Report(listen, Arrays.copyOfRange(body, from, Math.min(Math.max(from, to), body.length))));
        }
        return listens;
    }
}
