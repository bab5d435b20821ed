package org.hathor.api;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/**
 * The API as a process. It reads where the engines are from the environment ({@code Endpoints}), binds to
 * {@code HATHOR_HTTP_HOST:HATHOR_HTTP_PORT}, and runs until it is told to stop.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Hathor",
                        version = "0.1",
                        description = "Listens in, live numbers, statistics and recommendations out.",
                        license = @License(name = "Apache-2.0")))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A personal API token, as `hathor user create NAME` prints it")
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        Micronaut.build(args).mainClass(Application.class).banner(false).start();
    }
}
