package org.hathor.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The passwords of one data folder, random, made when first asked for, in files that only their owner may read. */
final class Secrets {
    private static final int SECRET_BYTES = 24;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    Secrets(Path data) {
        this.folder = data.resolve("secrets");
    }

    /** The file that holds the secret, without a line end. */
    synchronized Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            try {
                Folders.createPrivate(folder);
                writePrivately(file, HexFormat.of().formatHex(random));
            } catch (IOException e) {
                throw new EngineException("cannot write %s: %s".formatted(file, e.getMessage()), e);
            }
        }
        return file;
    }

    /** Hexadecimal digits. */
    String text(String name) {
        Path file = file(name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EngineException("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Replaces a file by one that only its owner may read. */
    static void writePrivately(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OWNER_ONLY);
        Files.writeString(fresh, text, StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
