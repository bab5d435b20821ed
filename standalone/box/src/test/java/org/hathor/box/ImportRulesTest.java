package org.hathor.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the arrows of ARCHITECTURE.md, held against the compiled classes of every module. */
class ImportRulesTest {
    /** Root package of each module, and the root packages it may import. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("contracts", Set.of()),
            Map.entry("lake", Set.of("contracts")),
            Map.entry("warehouse", Set.of("contracts")),
            Map.entry("gateway", Set.of("contracts")),
            Map.entry("features", Set.of("contracts")),
            Map.entry("core", Set.of("contracts")),
            Map.entry("recommendation", Set.of("contracts", "core", "features")),
            Map.entry("streaming", Set.of("contracts", "core", "features", "lake", "warehouse")),
            Map.entry(
                    "batch",
                    Set.of("contracts", "core", "features", "lake", "warehouse", "recommendation", "audio", "mood")),
            Map.entry("audio", Set.of()),
            Map.entry("mood", Set.of("audio")),
            Map.entry("listening", Set.of("audio", "mood", "simulator")),
            Map.entry("importers", Set.of("contracts", "gateway", "warehouse")),
            Map.entry("simulator", Set.of("contracts")),
            Map.entry("serving", Set.of("contracts", "warehouse", "features", "recommendation")),
            Map.entry("api", Set.of("contracts", "serving", "gateway", "warehouse")),
            Map.entry("engines", Set.of("contracts")),
            Map.entry("box", Set.of("contracts", "serving", "gateway", "engines", "warehouse")));

    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("contracts", "ingest/contracts"),
            Map.entry("lake", "ingest/lake"),
            Map.entry("warehouse", "ingest/warehouse"),
            Map.entry("gateway", "ingest/gateway"),
            Map.entry("features", "feature-store"),
            Map.entry("core", "pipelines/core"),
            Map.entry("recommendation", "models/recommendation"),
            Map.entry("audio", "models/audio"),
            Map.entry("mood", "models/mood"),
            Map.entry("listening", "models/listening"),
            Map.entry("streaming", "pipelines/streaming"),
            Map.entry("batch", "pipelines/batch"),
            Map.entry("importers", "ingest/importers"),
            Map.entry("simulator", "ingest/simulator"),
            Map.entry("serving", "serving"),
            Map.entry("api", "serving-api"),
            Map.entry("engines", "standalone/engines"),
            Map.entry("box", "standalone/box"));

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        List<Path> folders = MODULES.values().stream()
                .map(module -> Hathor.root().resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        assertThat(folders).as("compiled modules").hasSameSizeAs(MODULES.keySet());
        classes = new ClassFileImporter().importPaths(folders);
    }

    static Set<String> modules() {
        return new TreeSet<>(ARROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleImportsOnlyWhatTheArrowsAllow(String module) {
        String[] forbidden = ARROWS.keySet().stream()
                .filter(other -> !other.equals(module) && !ARROWS.get(module).contains(other))
                .map(other -> "org.hathor.%s..".formatted(other))
                .toArray(String[]::new);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.hathor.%s..".formatted(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(classes);
    }

    @Test
    void namesSayWhatAThingIs() {
        ArchRuleDefinition.noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$")
                .because("such a name tells a reader nothing")
                .check(classes);
    }

    @Test
    void servingKnowsNothingOfHttp() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.hathor.serving..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "io.netty.handler.codec.http..", "java.net.http..")
                .check(classes);
    }

    @Test
    void domainMathsKnowsNoEngine() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "org.hathor.core..",
                        "org.hathor.features..",
                        "org.hathor.recommendation..",
                        "org.hathor.audio..",
                        "org.hathor.mood..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink..", "org.apache.spark..", "org.apache.kafka..")
                .check(classes);
    }

    @Test
    void nothingIsPubliclyMutable() {
        ArchRuleDefinition.noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "org.hathor.serving..", "org.hathor.gateway..", "org.hathor.api..", "org.hathor.box..")
                .and()
                .arePublic()
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .check(classes);
    }
}
