package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TetherTest {
    /** Refuses to end, and so does its child, which has left its session. */
    static final String STUBBORN =
            """
            trap 'echo not yet' TERM
            setsid sh -c 'trap "" TERM; while true; do sleep 1; done' &
            echo ready
            while true; do sleep 1; done
            """;

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void aChildThatEndsByItselfTellsItsStatusAndItsLog() {
        EngineProcess child = start("sh", "-c", "echo one; echo two >&2; exit 7");
        assertThat(child.onExit().join()).isEqualTo(7);
        assertThat(child.exitStatus()).hasValue(7);
        assertThat(child.isAlive()).isFalse();
        assertThat(child.lastLogLines(1)).containsExactly("two");
        assertThat(child.lastLogLines(5)).containsExactly("one", "two");
        child.stop(Duration.ofSeconds(1));
    }

    @Test
    void aProgramThatIsNotThereIsTold() {
        EngineProcess child = start("no-such-program");
        assertThat(child.onExit().join()).isNotZero();
        assertThat(String.join("\n", child.lastLogLines(5))).contains("no-such-program");
    }

    @Test
    void stopLetsAChildEndInOrder() {
        EngineProcess child =
                start("sh", "-c", "trap 'echo bye; exit 3' TERM; echo ready; while true; do sleep 0.1; done");
        awaitReady(child);
        child.stop(LONG);
        assertThat(child.exitStatus()).hasValue(3);
        assertThat(child.lastLogLines(1)).containsExactly("bye");
    }

    @Test
    void stopKillsWhatDoesNotEnd() {
        EngineProcess child = start("sh", "-c", STUBBORN);
        awaitReady(child);
        await().atMost(LONG).until(() -> descendants(child.pid()).stream().anyMatch(this::hasOwnSession));
        List<ProcessHandle> family = descendants(child.pid());
        child.stop(Duration.ofSeconds(1));
        assertThat(child.exitStatus()).hasValue(128 + 9);
        assertThat(child.lastLogLines(5)).contains("not yet");
        await().atMost(LONG).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aChildWhoseTetherIsKilledEnds() {
        EngineProcess child = start("sleep", "1000");
        ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();
        Scratch.signal(process.parent().orElseThrow().pid(), "KILL");
        await().atMost(LONG).until(() -> !process.isAlive());
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void anInterruptFromTheTerminalIsTheParentsToAnswer() {
        EngineProcess child = start("sh", "-c", "echo ready; exec sleep 1000");
        awaitReady(child);
        Scratch.signal(
                ProcessHandle.of(child.pid())
                        .orElseThrow()
                        .parent()
                        .orElseThrow()
                        .pid(),
                "INT");
        Scratch.signal(
                ProcessHandle.of(child.pid())
                        .orElseThrow()
                        .parent()
                        .orElseThrow()
                        .pid(),
                "HUP");
        assertThat(child.isAlive()).isTrue();
        child.stop(LONG);
        assertThat(child.exitStatus()).hasValue(128 + 15);
    }

    @Test
    void theLogsOfTheRunsBeforeAreKept() throws IOException {
        for (String text : List.of("first", "second", "third", "fourth", "fifth")) {
            start("echo", text).onExit().join();
        }
        assertThat(data.resolve("logs/child.log")).hasContent("fifth");
        assertThat(data.resolve("logs/child.log.1")).hasContent("fourth");
        assertThat(data.resolve("logs/child.log.3")).hasContent("second");
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            assertThat(logs).hasSize(4);
        }
    }

    @Test
    void aLogThatGrowsTooLargeIsCutWhileItIsWritten() throws IOException {
        EngineProcess child = start(
                "sh",
                "-c",
                "head -c %d /dev/zero | tr '\\0' x; echo; echo ready; while read -r go; do echo after; done <%s"
                        .formatted(LogFile.BYTES_MAX, fifo()));
        awaitReady(child);
        child.boundLog();
        assertThat(Files.size(child.logFile())).isZero();
        Files.writeString(data.resolve("fifo"), "go\n");
        await().atMost(LONG).untilAsserted(() -> assertThat(child.logFile()).hasContent("after"));
        child.stop(LONG);
    }

    @Test
    void memoryCountsTheWholeFamily() {
        try (EngineProcess child = start("sh", "-c", "sleep 1000 & echo ready; wait")) {
            awaitReady(child);
            assertThat(child.residentBytes()).isBetween(200L << 10, 100L << 20);
        }
    }

    @Test
    void aNameThatWouldLeaveTheLogFolderIsRefused() {
        assertThatThrownBy(() -> ChildCommand.of("../x", List.of("true"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aParentThatIsKilledLeavesNothingBehindAndTheNextFindsItsData() throws IOException {
        Process parent = parent();
        List<ProcessHandle> family = family(parent);
        parent.destroyForcibly();
        try (RedisEngine redis = Scratch.engines(data).startRedis()) {
            assertThat(redis.process().isAlive()).isTrue();
        }
        await().atMost(LONG).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(withFolder(data)).isEmpty();
    }

    @Test
    void aSignalToTheWholeGroupLeavesNothingBehindEither() throws IOException {
        Process parent = parent("setsid");
        List<ProcessHandle> family = family(parent);
        new ProcessBuilder("kill", "-s", "TERM", "--", "-" + parent.pid())
                .start()
                .onExit()
                .join();
        await().atMost(LONG).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(withFolder(data)).isEmpty();
    }

    /** A parent of its own, started by way of the given command. */
    private Process parent(String... by) throws IOException {
        List<String> command = new ArrayList<>(List.of(by));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-Dhathor.root=" + System.getProperty("hathor.root"),
                "-cp",
                System.getProperty("java.class.path"),
                ParentProgram.class.getName(),
                data.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Everything the parent has started, once it has. */
    private static List<ProcessHandle> family(Process parent) throws IOException {
        String pids;
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            pids = out.readLine();
        }
        List<ProcessHandle> children = Arrays.stream(pids.split(" ", -1))
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
        List<ProcessHandle> family = parent.descendants().toList();
        assertThat(family).containsAll(children).hasSizeGreaterThan(children.size() + 3);
        return family;
    }

    private EngineProcess start(String... command) {
        return new Tether(data).start(ChildCommand.of("child", List.of(command)));
    }

    private Path fifo() throws IOException {
        Path fifo = data.resolve("fifo");
        new ProcessBuilder("mkfifo", fifo.toString()).start().onExit().join();
        return fifo;
    }

    private static void awaitReady(EngineProcess child) {
        await().atMost(LONG).until(() -> child.lastLogLines(1).contains("ready"));
    }

    private static List<ProcessHandle> descendants(long pid) {
        return ProcessHandle.of(pid).orElseThrow().descendants().toList();
    }

    private boolean hasOwnSession(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3].equals(Long.toString(process.pid()));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<ProcessHandle> withFolder(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }
}
