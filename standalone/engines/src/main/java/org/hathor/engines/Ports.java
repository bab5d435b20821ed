package org.hathor.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The loopback ports of one data folder: the usual one where it is free, else a free one; remembered in
 * {@code ports.properties}, so that the next start uses the same where it can.
 */
public final class Ports {
    private final Path file;
    private final Map<Integer, String> given = new HashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();

    /** @param data the data folder */
    public Ports(Path data) {
        this.file = data.resolve("ports.properties");
    }

    /**
     * A port that nobody listens on, and that this object gives to no other name: an engine that is started again gets
     * its own.
     *
     * @param name whose port it is
     * @param usual tried after the remembered one; 0 for none
     */
    public synchronized int choose(String name, int usual) {
        if (kept.containsKey(name)) {
            return kept.get(name);
        }
        Properties remembered = read();
        int before = Integer.parseInt(remembered.getProperty(name, "0"));
        int port = usable(before, name) ? before : usable(usual, name) ? usual : anyFree();
        given.put(port, name);
        if (port != before) {
            remembered.setProperty(name, Integer.toString(port));
            write(remembered);
        }
        return port;
    }

    /**
     * The wanted port, or where it is taken a free one; what was remembered of that name gives way.
     *
     * @param wanted 1 to 65535
     */
    public synchronized int prefer(String name, int wanted) {
        int port = usable(wanted, name) ? wanted : anyFree();
        given.put(port, name);
        return port;
    }

    /**
     * Gives a port back that {@link #choose} gave, so that its owner can have it again; a port that is kept stays with
     * its name.
     */
    public synchronized void release(int port) {
        if (!kept.containsValue(port)) {
            given.remove(port);
        }
    }

    /** From now on {@link #choose} gives this name this port and no other, since others have been told of it. */
    synchronized void keep(String name, int port) {
        kept.put(name, port);
    }

    /** Whether a server could listen on this loopback port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean usable(int port, String name) {
        return port > 0 && given.getOrDefault(port, name).equals(name) && isFree(port);
    }

    private int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return given.containsKey(port) ? anyFree() : port;
        } catch (IOException e) {
            throw new EngineException("no free port on the loopback interface: " + e.getMessage(), e);
        }
    }

    private Properties read() {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private void write(Properties properties) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "ports", ".tmp");
            try (OutputStream out = Files.newOutputStream(fresh)) {
                properties.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EngineException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
