package org.hathor.api.platform;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of a request, in its logs, its answer's header and its error body. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "hathor.request.id";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private RequestId() {}

    /** The id its sender chose, where it is a short word; else one made now. The same at every call. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String sent = request.getHeaders().get(HEADER);
            String id = sent != null && ACCEPTED.matcher(sent).matches()
                    ? sent
                    : "req_" + UUID.randomUUID().toString().replace("-", "");
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }
}
