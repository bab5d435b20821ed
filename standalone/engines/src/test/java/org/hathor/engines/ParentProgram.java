package org.hathor.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A parent to be killed: it starts Redis, PostgreSQL and a stubborn program, tells their process ids, and waits. */
final class ParentProgram {
    private ParentProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        Engines engines = Scratch.engines(Path.of(arguments[0]));
        long redis = engines.startRedis().process().pid();
        long postgres = engines.startPostgres().process().pid();
        ChildCommand stubborn = ChildCommand.of("stubborn", List.of("sh", "-c", TetherTest.STUBBORN))
                .withGrace(Duration.ofSeconds(1));
        System.out.println("%d %d %d"
                .formatted(redis, postgres, engines.tether().start(stubborn).pid()));
        new CountDownLatch(1).await();
    }
}
