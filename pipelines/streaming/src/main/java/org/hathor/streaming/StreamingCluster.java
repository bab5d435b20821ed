package org.hathor.streaming;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink within this process: a job manager and a task manager, the web UI and REST on 127.0.0.1. It keeps nothing
 * itself; each job goes on from its latest complete checkpoint.
 */
public final class StreamingCluster implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamingCluster.class);
    private static final String LOOPBACK = "127.0.0.1";

    private final StreamingSettings settings;
    private final MiniCluster cluster;

    private StreamingCluster(StreamingSettings settings, MiniCluster cluster) {
        this.settings = settings;
        this.cluster = cluster;
    }

    /**
     * Starts a cluster.
     *
     * @param jobs how many jobs it will run, at least 1
     * @throws Exception when the port is taken or the folder cannot be written
     */
    public static StreamingCluster start(StreamingSettings settings, int jobs) throws Exception {
        return start(settings, jobs, new Configuration());
    }

    /**
     * Starts a cluster that is told something more.
     *
     * @param more options of Flink that come before our own
     */
    public static StreamingCluster start(StreamingSettings settings, int jobs, Configuration more) throws Exception {
        Objects.requireNonNull(settings, "settings is null");
        LatestCheckpoint.deleteTree(settings.temporary());
        Files.createDirectories(settings.temporary());
        Configuration configuration = ofCluster(settings);
        configuration.addAll(more);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(jobs * settings.parallelism())
                .build());
        cluster.start();
        return new StreamingCluster(settings, cluster);
    }

    /** Where the web UI and REST answer. */
    public URI address() {
        return cluster.getRestAddress().join();
    }

    /**
     * Starts a job from its latest complete checkpoint, or anew when it has none.
     *
     * @return its end, which for our jobs is always a failure or a cancellation
     */
    public CompletableFuture<JobResult> submit(StreamingJob job) throws IOException {
        Path checkpoints = settings.checkpoints(job.name());
        LatestCheckpoint.prune(checkpoints);
        Optional<Path> latest = LatestCheckpoint.in(checkpoints);
        Configuration configuration = settings.ofJob(job.name());
        latest.ifPresent(path -> configuration
                .set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString())
                .set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        job.define(environment, settings.endpoints());
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        log.info(
                "job {} starts {}",
                job.name(),
                latest.map(path -> "from checkpoint " + path).orElse("without state: it has no checkpoint"));
        return cluster.submitJob(graph).thenCompose(submitted -> cluster.requestJobResult(submitted.getJobID()));
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }

    private static Configuration ofCluster(StreamingSettings settings) {
        return new Configuration()
                .set(RestOptions.ADDRESS, LOOPBACK)
                .set(RestOptions.BIND_ADDRESS, LOOPBACK)
                .set(RestOptions.BIND_PORT, Integer.toString(settings.restPort()))
                .set(JobManagerOptions.ADDRESS, LOOPBACK)
                .set(JobManagerOptions.BIND_HOST, LOOPBACK)
                .set(TaskManagerOptions.HOST, LOOPBACK)
                .set(TaskManagerOptions.BIND_HOST, LOOPBACK)
                .set(BlobServerOptions.STORAGE_DIRECTORY, settings.temporary().toString())
                .set(CoreOptions.TMP_DIRS, settings.temporary().toString())
                .set(WebOptions.TMP_DIR, settings.temporary().toString())
                .set(WebOptions.SUBMIT_ENABLE, false)
                .set(WebOptions.CANCEL_ENABLE, false)
                // all of it is one process: who does not answer is busy, not dead
                .set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(3))
                .set(RpcOptions.ASK_TIMEOUT_DURATION, Duration.ofMinutes(1))
                .set(TaskManagerOptions.KILL_ON_OUT_OF_MEMORY, true)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, managedMemory(settings))
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64))
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    }

    /** Only RocksDB uses it. */
    private static MemorySize managedMemory(StreamingSettings settings) {
        return switch (settings.stateBackend()) {
            case HASHMAP -> MemorySize.ofMebiBytes(4);
            case ROCKSDB -> MemorySize.ofMebiBytes(256);
        };
    }
}
