package org.hathor.api.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The web client: its files as they are, and its page for every other path a person may have in the address bar, since
 * the client's router knows what to show there.
 */
@Controller
@Hidden
final class WebClient {
    private static final Pattern FILE =
            Pattern.compile("(?:[A-Za-z0-9_@-][A-Za-z0-9._@-]*/)*[A-Za-z0-9_@-][A-Za-z0-9._@-]*");
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/1/", "/health", "/prometheus", "/openapi", "/docs/", "/assets/");

    /** Vite puts a hash of the content into these names. */
    private static final String HASHED = "assets/";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final ResourceResolver resources;
    private final ErrorResponseProcessor<?> answers;

    WebClient(ResourceResolver resources, ErrorResponseProcessor<?> answers) {
        this.resources = Objects.requireNonNull(resources, "resources is null");
        this.answers = Objects.requireNonNull(answers, "answers is null");
    }

    @Get("/docs")
    HttpResponse<Void> docs() {
        return HttpResponse.redirect(URI.create("/docs/index.html"));
    }

    @Get("/openapi")
    HttpResponse<StreamedFile> openapi() {
        URL url = resources.getResource("classpath:META-INF/swagger/hathor.yml").orElseThrow();
        return HttpResponse.ok(new StreamedFile(url)).contentType("application/yaml");
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    MutableHttpResponse<?> otherwise(HttpRequest<?> request) {
        String path = request.getPath();
        if (request.getMethodName().equals("GET") && NOT_PAGES.stream().noneMatch(path::startsWith)) {
            Optional<MutableHttpResponse<?>> found = file(path.substring(1)).or(() -> page(request));
            if (found.isPresent()) {
                return found.get();
            }
        } else if (request.getMethodName().equals("GET") && path.startsWith("/" + HASHED)) {
            Optional<MutableHttpResponse<?>> found = file(path.substring(1));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return answers.processResponse(
                ErrorContext.builder(request).errorMessage("Not found").build(), HttpResponse.notFound());
    }

    private Optional<MutableHttpResponse<?>> file(String name) {
        if (name.contains("..") || !FILE.matcher(name).matches()) {
            return Optional.empty();
        }
        return resources
                .getResource("classpath:web/" + name)
                .map(url -> respond(url, name.startsWith(HASHED) ? FOR_EVER : ASK_AGAIN));
    }

    private Optional<MutableHttpResponse<?>> page(HttpRequest<?> request) {
        boolean person = request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
        return person || request.getPath().equals("/")
                ? resources.getResource("classpath:web/index.html").map(url -> respond(url, ASK_AGAIN))
                : Optional.empty();
    }

    private static MutableHttpResponse<?> respond(URL url, String caching) {
        return HttpResponse.ok(new StreamedFile(url)).header(HttpHeaders.CACHE_CONTROL, caching);
    }
}
