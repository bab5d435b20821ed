package org.hathor.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A Redis server that keeps everything it is told: an append-only file, written each second, and no eviction. */
public final class RedisEngine implements Engine {
    static final int USUAL_PORT = 6379;

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final int PROBE_TIMEOUT_MS = 2000;

    private final EngineProcess process;
    private final int port;
    private final String password;

    private RedisEngine(EngineProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    static RedisEngine start(Site site, int usualPort) {
        Path server = unpackedServer(site.distribution());
        String password = site.secrets().text("redis");
        Launch launch = Launch.of(
                site,
                "redis",
                usualPort,
                START_MAX,
                port -> ChildCommand.of(
                        "redis",
                        List.of(
                                server.toString(),
                                settings(site, port, password).toString())),
                port -> answersPing(port, password));
        return new RedisEngine(launch.process(), launch.port(), password);
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public EngineProcess process() {
        return process;
    }

    /** With the password. */
    public URI url() {
        return URI.create("redis://:%s@127.0.0.1:%d/0".formatted(password, port));
    }

    private static Path settings(Site site, int port, String password) {
        Path home = site.data().resolve("redis");
        Path file = home.resolve("redis.conf");
        String text =
                """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                daemonize no
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 512mb
                maxmemory-policy noeviction
                """
                        .formatted(port, password, home);
        try {
            Folders.createPrivate(home);
            Secrets.writePrivately(file, text);
        } catch (IOException e) {
            throw new EngineException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
        return file;
    }

    private static boolean answersPing(int port, String password) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PROBE_TIMEOUT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_TIMEOUT_MS);
            OutputStream out = socket.getOutputStream();
            out.write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return "+OK".equals(in.readLine()) && "+PONG".equals(in.readLine());
        }
    }

    /** The server's program, unpacked from its jar the first time. */
    static Path unpackedServer(Distribution distribution) {
        Path jar = distribution.binaries("embedded-redis-");
        String build = "aarch64".equals(System.getProperty("os.arch")) ? "linux-arm64" : "linux-amd64";
        Path server =
                distribution.unpacked().resolve(jar.getFileName().toString().replace(".jar", "-" + build));
        if (Files.exists(server)) {
            return server;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith(build))
                    .findFirst()
                    .orElseThrow(() -> new EngineException("%s has no Redis for %s".formatted(jar, build)));
            Files.createDirectories(server.getParent());
            Path fresh = Files.createTempFile(server.getParent(), "redis", ".tmp");
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
                return Files.move(installed(fresh), server, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.delete(fresh);
            }
        } catch (IOException e) {
            throw new EngineException("cannot unpack Redis: " + e.getMessage(), e);
        }
    }

    /**
     * A copy that can be run at once. Another process writes it: what this one had open for writing, a child that was
     * started meanwhile may still have open, and the kernel runs no program that somebody writes to.
     */
    private static Path installed(Path program) throws IOException {
        Path copy = program.resolveSibling(program.getFileName() + ".installed");
        Process install = new ProcessBuilder("install", "-m", "755", program.toString(), copy.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (install.waitFor() != 0) {
                Files.deleteIfExists(copy);
                throw new IOException(said);
            }
            return copy;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + copy + " was written");
        }
    }
}
