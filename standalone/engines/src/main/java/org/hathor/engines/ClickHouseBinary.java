package org.hathor.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code clickhouse} program that the machine brings. */
final class ClickHouseBinary {
    private ClickHouseBinary() {}

    /** {@code CLICKHOUSE_BINARY} if it is set, else {@code clickhouse} on the PATH. */
    static Optional<Path> find(Map<String, String> environment) {
        String given = environment.get("CLICKHOUSE_BINARY");
        if (given == null || given.isBlank()) {
            return Programs.onPath(environment, "clickhouse");
        }
        Path binary = Path.of(given);
        if (!Files.isExecutable(binary)) {
            throw new EngineException("CLICKHOUSE_BINARY names no program: " + given);
        }
        return Optional.of(binary);
    }

    static ChildCommand command(Path binary, Site site, int port, String user, String password) {
        Path home = site.data().resolve("clickhouse-server");
        Path file = home.resolve("config.xml");
        String text =
                """
                <clickhouse>
                  <logger><level>warning</level><console>1</console></logger>
                  <listen_host>127.0.0.1</listen_host>
                  <http_port>%d</http_port>
                  <path>%s/</path>
                  <mark_cache_size>67108864</mark_cache_size>
                  <max_server_memory_usage>2147483648</max_server_memory_usage>
                  <timezone>UTC</timezone>
                  <users>
                    <%s>
                      <password>%s</password>
                      <networks><ip>127.0.0.1</ip></networks>
                      <profile>default</profile>
                      <quota>default</quota>
                      <access_management>1</access_management>
                    </%s>
                  </users>
                  <profiles><default/></profiles>
                  <quotas><default/></quotas>
                </clickhouse>
                """
                        .formatted(port, home, user, password, user);
        try {
            Folders.createPrivate(home);
            Secrets.writePrivately(file, text);
        } catch (IOException e) {
            throw new EngineException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
        return ChildCommand.of("clickhouse", List.of(binary.toString(), "server", "--config-file=" + file));
    }
}
