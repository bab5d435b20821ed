package org.hathor.engines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs that a machine offers. */
final class Programs {
    private static final int NODE_MAJOR_MIN = 20;

    private Programs() {}

    /** The first program of that name on the PATH of this environment. */
    static Optional<Path> onPath(Map<String, String> environment, String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Node where it is recent enough for the ClickHouse server. */
    static Path node(Map<String, String> environment) {
        return onPath(environment, "node")
                .filter(node -> majorVersion(node) >= NODE_MAJOR_MIN)
                .orElseThrow(() -> new EngineException(
                        "clickhouse needs node %d or later on the PATH, or a clickhouse program (CLICKHOUSE_BINARY), or a server (CLICKHOUSE_JDBC_URL)"
                                .formatted(NODE_MAJOR_MIN)));
    }

    private static int majorVersion(Path node) {
        try {
            Process process = new ProcessBuilder(node.toString(), "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher major = Pattern.compile("v(\\d+)\\..*\\s*").matcher(version);
            return major.matches() ? Integer.parseInt(major.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
