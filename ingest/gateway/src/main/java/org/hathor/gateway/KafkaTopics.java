package org.hathor.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.Topic;

/**
 * Creates the topics of all contracts as the contracts declare them.
 *
 * <p>Records are stamped by the broker when they arrive ({@code LogAppendTime}). With the producer's time, which a
 * Flink sink sets to the event's time, a replay of last year's listens would be older than any retention, and be
 * deleted before anyone read it; stamped on arrival, retention means "this long after it came in" for live and old
 * events alike.
 */
public final class KafkaTopics {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private KafkaTopics() {}

    /**
     * Creates what is missing and brings the settings of what is there to the contract's. A topic's partitions are left
     * as they are: changing them would move keys.
     *
     * @param bootstrap host:port list
     * @throws Unavailable when Kafka does not answer within 15 s
     */
    public static void ensure(String bootstrap) {
        Collection<Topic> topics = Contracts.all().stream().map(Contract::topic).toList();
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TIMEOUT.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000);
        try (Admin admin = Admin.create(config)) {
            Set<String> there = get(admin.listTopics().names());
            create(
                    admin,
                    topics.stream()
                            .filter(topic -> !there.contains(topic.name()))
                            .toList());
            adjust(
                    admin,
                    topics.stream()
                            .filter(topic -> there.contains(topic.name()))
                            .toList());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Unavailable("Kafka did not let its topics be made ready at " + bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while making Kafka's topics ready", e);
        }
    }

    private static void create(Admin admin, List<Topic> missing)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<NewTopic> topics = missing.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(settings(topic)))
                .toList();
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                get(created);
            } catch (ExecutionException e) {
                // Another process made it in between.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static void adjust(Admin admin, List<Topic> there)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = there.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        topic -> settings(topic).entrySet().stream()
                                .map(setting -> new AlterConfigOp(
                                        new ConfigEntry(setting.getKey(), setting.getValue()),
                                        AlterConfigOp.OpType.SET))
                                .toList()));
        get(admin.incrementalAlterConfigs(changes).all());
    }

    private static Map<String, String> settings(Topic topic) {
        String appendTime = "LogAppendTime";
        return topic.retention()
                .map(retention -> Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        appendTime,
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis())))
                .orElseGet(() -> Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        appendTime,
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
