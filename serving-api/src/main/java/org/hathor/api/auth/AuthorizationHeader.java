package org.hathor.api.auth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of an {@code Authorization} header: {@code Bearer T} or {@code Token T}, the scheme in any case. */
public final class AuthorizationHeader {
    private static final Pattern FORM = Pattern.compile("(?i)(?:bearer|token) +(\\S+) *");

    private AuthorizationHeader() {}

    /** The token's secret; empty when the header has another form. */
    public static Optional<String> secret(String header) {
        Matcher matcher = FORM.matcher(header);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
