package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LeashTest {
    @Test
    void aProgramsOutputAndStatusAreThoseOfTheCommand() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Leash.on(List.of("sh", "-c", "echo \"$1\"; exit 3", "sh", "a b"))).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("a b\n");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    @Test
    void aProgramWhoseCommandIsGoneIsStopped() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Leash.on(List.of("sleep", "1000"))).start();
        Awaitility.await().until(() -> process.descendants().anyMatch(LeashTest::sleeps));
        ProcessHandle program =
                process.descendants().filter(LeashTest::sleeps).findFirst().orElseThrow();
        process.getOutputStream().close();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !program.isAlive());
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("sleep");
    }
}
