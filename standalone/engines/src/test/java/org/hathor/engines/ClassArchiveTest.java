package org.hathor.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    Path folder;

    @Test
    void theFirstRunMakesTheArchiveAndTheNextUsesIt() throws Exception {
        Path jars = Path.of(System.getProperty("hathor.root"), "standalone/engines/target/lib/kafka");
        String classPath = ClassArchive.classPath(jars);
        List<String> first = ClassArchive.flags(folder, "tool", classPath);
        assertThat(first).first().asString().startsWith("-XX:ArchiveClassesAtExit=");
        run(first, classPath);
        List<String> second = ClassArchive.flags(folder, "tool", classPath);
        assertThat(second).first().asString().startsWith("-XX:SharedArchiveFile=");
        List<String> strict = new ArrayList<>(second);
        strict.add("-Xshare:on");
        run(strict, classPath);
    }

    @Test
    void anotherClassPathHasAnotherArchiveAndAFolderNone() throws Exception {
        Path one = Files.writeString(folder.resolve("one.jar"), "1");
        Path two = Files.writeString(folder.resolve("two.jar"), "2");
        assertThat(ClassArchive.flags(folder, "tool", one.toString()))
                .isEqualTo(ClassArchive.flags(folder, "tool", one.toString()))
                .isNotEqualTo(ClassArchive.flags(folder, "tool", one + ":" + two));
        assertThat(ClassArchive.flags(folder, "tool", one + ":" + folder)).isEmpty();
    }

    private static void run(List<String> flags, String classPath) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, "kafka.tools.StorageTool", "random-uuid"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip())
                .hasSize(22);
        assertThat(process.waitFor()).isZero();
    }
}
