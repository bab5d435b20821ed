package org.hathor.api.platform;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What every answer carries: the request's id, and headers that keep a browser from being talked into anything. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class EveryAnswer implements Ordered {
    /** Everything a page needs comes from here; the API's own page sets styles on elements. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:;"
            + " style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'none'";

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(RequestId.HEADER, RequestId.of(request));
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
