package org.hathor.box;

import java.util.ArrayList;
import java.util.List;

/**
 * What Spark 3.5 asks of a Java 17 machine: the packages its own launcher opens (JavaModuleOptions), and SIMD for its
 * linear algebra.
 */
final class SparkFlags {
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private SparkFlags() {}

    static List<String> with(String heap) {
        List<String> flags = new ArrayList<>();
        flags.add(heap);
        flags.add("-XX:+IgnoreUnrecognizedVMOptions");
        OPENED.forEach(opened -> flags.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(opened)));
        flags.add("--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED");
        flags.add("--add-modules=jdk.incubator.vector");
        flags.add("-Djdk.reflect.useDirectMethodHandle=false");
        return flags;
    }
}
