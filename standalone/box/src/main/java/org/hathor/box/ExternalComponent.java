package org.hathor.box;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engine that somebody else runs and that the box only uses.
 *
 * @param name which engine
 * @param variable the environment variable that named it
 * @param address where it answers, without passwords
 */
record ExternalComponent(String name, String variable, String address) implements Component {
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]+):(\\d{1,5})");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /** Sees whether somebody listens there; an address without a port is taken as it is, and shows in /health. */
    @Override
    public void start() {
        Matcher server = HOST_AND_PORT.matcher(address);
        if (!server.find()) {
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.group(1), Integer.parseInt(server.group(2))), (int)
                    ANSWER_MAX.toMillis());
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(
                    "%s does not answer at %s (%s): start it, or correct or unset %s"
                            .formatted(name, address, e.getMessage(), variable),
                    e);
        }
    }

    @Override
    public boolean alive() {
        return true;
    }

    @Override
    public Long pid() {
        return null;
    }

    @Override
    public void stop(Duration grace) {
        // Not ours to stop.
    }
}
