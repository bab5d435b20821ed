package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ExternalComponentTest {
    @Test
    void anEngineThatDoesNotAnswerIsToldWithTheVariableThatNamedIt() throws IOException {
        String address;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "127.0.0.1:" + server.getLocalPort();
            assertThatCode(new ExternalComponent("kafka", "KAFKA_BOOTSTRAP", address)::start)
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(new ExternalComponent("kafka", "KAFKA_BOOTSTRAP", address)::start)
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(address)
                .hasMessageContaining("KAFKA_BOOTSTRAP");
    }

    @Test
    void anAddressWithoutAPortIsTakenAsItIs() {
        assertThatCode(new ExternalComponent("postgres", "POSTGRES_JDBC_URL", "jdbc:postgresql://db/hathor")::start)
                .doesNotThrowAnyException();
    }
}
