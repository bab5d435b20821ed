package org.hathor.importers;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.apache.beam.runners.spark.SparkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** What runs the pipeline. */
enum Runner {
    /** This process. */
    DIRECT {
        @Override
        PipelineOptions options(String sparkMaster) {
            DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
            options.setRunner(DirectRunner.class);
            options.setBlockOnRun(false);
            // These two look for mistakes in a pipeline, at several times the price of the pipeline itself.
            options.setEnforceEncodability(false);
            options.setEnforceImmutability(false);
            return options;
        }
    },
    /** Spark, in this process or on a cluster. */
    SPARK {
        @Override
        PipelineOptions options(String sparkMaster) {
            SparkPipelineOptions options = PipelineOptionsFactory.as(SparkPipelineOptions.class);
            options.setRunner(SparkRunner.class);
            options.setSparkMaster(sparkMaster);
            return options;
        }
    };

    /** @param sparkMaster Spark's address, {@code local[*]} for this process */
    abstract PipelineOptions options(String sparkMaster);
}
