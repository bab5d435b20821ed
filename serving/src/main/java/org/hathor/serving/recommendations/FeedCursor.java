package org.hathor.serving.recommendations;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hathor.serving.ServingException;

/**
 * Where a feed goes on: its session, and a place in it. As text 33 characters, unguessable.
 *
 * @param session 22 characters of URL-safe Base64
 * @param place 11 of them
 */
record FeedCursor(String session, String place) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{11})");
    private static final int SESSION_BYTES = 16;
    private static final int PLACE_BYTES = 8;

    /** A place in a new session. */
    static FeedCursor fresh(SecureRandom random) {
        return new FeedCursor(word(random, SESSION_BYTES), word(random, PLACE_BYTES));
    }

    /** Another place in the same session. */
    FeedCursor elsewhere(SecureRandom random) {
        return new FeedCursor(session, word(random, PLACE_BYTES));
    }

    /** @throws ServingException with {@link RecommendationError#INVALID_CURSOR} */
    static FeedCursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ServingException(
                    RecommendationError.INVALID_CURSOR,
                    "This is no cursor: send the nextCursor of the page before, or none to begin anew",
                    Map.of("parameter", "cursor"));
        }
        return new FeedCursor(matcher.group(1), matcher.group(2));
    }

    private static String word(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return session + place;
    }
}
