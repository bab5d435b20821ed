package org.hathor.batch.audio;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.hathor.batch.JobContext;
import org.hathor.batch.KilledJvm;
import org.hathor.batch.SparkSessions;
import org.hathor.contracts.Endpoints;

/** A run that dies at the n-th time it reaches a step: {@code STEP N FOLDER DATA}. */
public final class KilledAnalysis {
    private KilledAnalysis() {}

    public static void main(String[] args) {
        AnalysisRun.Step fatal = AnalysisRun.Step.valueOf(args[0]);
        int[] left = {Integer.parseInt(args[1])};
        Endpoints endpoints = Endpoints.fromEnvironment(System.getenv());
        SparkSession spark = SparkSessions.withLake("killed", endpoints);
        JobContext context = new JobContext(spark, () -> endpoints, Path.of(args[3]), phase -> {}, Clock.systemUTC());
        new AnalysisRun(context, new LetterCount("1"), AnalysisRunTest.SMALL_CHUNKS, step -> {
                    if (step == fatal && --left[0] == 0) {
                        KilledJvm.dieNow();
                    }
                })
                .over(ObjectFolder.music(Path.of(args[2])));
        System.exit(0);
    }
}
