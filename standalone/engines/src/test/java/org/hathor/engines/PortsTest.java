package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path data;

    @Test
    void aPortIsRememberedAcrossRuns() {
        int port = new Ports(data).choose("kafka", 0);
        assertThat(new Ports(data).choose("kafka", 0)).isEqualTo(port);
    }

    @Test
    void theUsualPortIsTakenWhenItIsFree() {
        int free = new Ports(data).choose("probe", 0);
        assertThat(new Ports(data).choose("kafka", free)).isEqualTo(free);
    }

    @Test
    void aTakenPortIsAvoidedAndTheOneInsteadRemembered() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = new Ports(data).choose("kafka", taken.getLocalPort());
            assertThat(port).isNotEqualTo(taken.getLocalPort());
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
        assertThat(new Ports(data).choose("kafka", 0)).isEqualTo(port);
    }

    @Test
    void twoNamesNeverGetTheSamePort() {
        Ports ports = new Ports(data);
        int first = ports.choose("kafka", 0);
        assertThat(ports.choose("redis", first)).isNotEqualTo(first);
        assertThat(ports.choose("kafka", 0)).as("its own, again").isEqualTo(first);
    }

    @Test
    void aPortThatOthersWereToldOfStaysWithItsName() throws IOException {
        Ports ports = new Ports(data);
        int port = ports.choose("kafka", 0);
        ports.keep("kafka", port);
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            ports.release(port);
            assertThat(ports.choose("kafka", 0)).isEqualTo(stranger.getLocalPort());
        }
    }

    @Test
    void aWantedPortComesBeforeTheRememberedOne() throws IOException {
        int remembered = new Ports(data).choose("http", 0);
        int wanted = new Ports(data.resolve("elsewhere")).prefer("http", freePort());
        assertThat(new Ports(data).prefer("http", wanted)).isEqualTo(wanted).isNotEqualTo(remembered);
    }

    @Test
    void whoListensOnAPortIsKnown() throws IOException {
        try (ServerSocket mine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.isOneOf(Stream.of(ProcessHandle.current()), mine.getLocalPort()))
                    .isTrue();
            assertThat(PortOwner.isOneOf(Stream.empty(), mine.getLocalPort())).isFalse();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
