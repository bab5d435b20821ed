package org.hathor.engines;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Where the engines' own files lie: what Maven put into this module's {@code target}.
 *
 * @param folder {@code <root>/standalone/engines/target}
 * @param unpacked where packed programs are unpacked to, once
 */
record Distribution(Path folder, Path unpacked) {
    /** The checkout that the system property {@code hathor.root} names, programs unpacked to this folder. */
    static Distribution ofCheckout(Path unpacked) {
        String root = System.getProperty("hathor.root");
        if (root == null || root.isBlank()) {
            throw new EngineException("the system property hathor.root must name the folder of the checkout");
        }
        return new Distribution(Path.of(root, "standalone", "engines", "target").toAbsolutePath(), unpacked);
    }

    /** The broker's class path, this module's own classes included. */
    String kafkaClassPath() {
        return ClassArchive.classPath(existing(folder.resolve("lib/kafka")), ownClasses());
    }

    /** The folder of the ClickHouse server and its node modules. */
    Path node() {
        return existing(folder.resolve("node"));
    }

    /** The only jar whose name starts so. */
    Path binaries(String prefix) {
        Path binaries = existing(folder.resolve("lib/binaries"));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(binaries, prefix + "*.jar")) {
            Iterator<Path> found = jars.iterator();
            if (found.hasNext()) {
                return found.next();
            }
        } catch (IOException e) {
            throw new EngineException("cannot read %s: %s".formatted(binaries, e.getMessage()), e);
        }
        throw notBuilt(binaries.resolve(prefix + "*.jar"));
    }

    private static Path ownClasses() {
        try {
            return Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw notBuilt(path);
        }
        return path;
    }

    private static EngineException notBuilt(Path missing) {
        return new EngineException(
                "%s is missing: build it with ./mvnw -pl standalone/engines package -DskipTests".formatted(missing));
    }
}
