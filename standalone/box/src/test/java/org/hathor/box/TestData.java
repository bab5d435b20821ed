package org.hathor.box;

import java.nio.file.Path;

/** Where real data for evaluation may lie, beside the checkout; a test without it says that it is skipped. */
final class TestData {
    private TestData() {}

    static Path folder() {
        String given = System.getenv("HATHOR_TEST_DATA");
        return given == null || given.isBlank()
                ? Hathor.root().resolve("../shared/data").normalize()
                : Path.of(given);
    }
}
