package org.hathor.batch.mood;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.hathor.batch.JobContext;
import org.hathor.batch.KilledJvm;
import org.hathor.batch.SparkSessions;
import org.hathor.contracts.Endpoints;

/** A training that dies at the n-th time it reaches a step: {@code STEP N FOLDER DATA EPOCHS}. */
public final class KilledTraining {
    private KilledTraining() {}

    public static void main(String[] args) {
        TrainMood.Step fatal = TrainMood.Step.valueOf(args[0]);
        int[] left = {Integer.parseInt(args[1])};
        Endpoints endpoints = Endpoints.fromEnvironment(System.getenv());
        SparkSession spark = SparkSessions.withLake("killed", endpoints);
        JobContext context = new JobContext(spark, () -> endpoints, Path.of(args[3]), phase -> {}, Clock.systemUTC());
        new TrainMood(Sweeps.config(Path.of(args[2]), Integer.parseInt(args[4])), step -> {
                    if (step == fatal && --left[0] == 0) {
                        KilledJvm.dieNow();
                    }
                })
                .run(context);
        System.exit(0);
    }
}
