package org.hathor.streaming.ledger;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.hathor.contracts.Topic;

/** How far the ledger's consumer group has come. */
final class LedgerReach {
    private LedgerReach() {}

    /** Whether the group has committed everything that the topic holds now. */
    static boolean isAtEnd(String bootstrap, Topic topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int i = 0; i < topic.partitions(); i++) {
                latest.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
            var ends = admin.listOffsets(latest).all().get();
            var committed = admin.listConsumerGroupOffsets(LedgerJob.NAME)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return latest.keySet().stream().allMatch(partition -> {
                long end = ends.get(partition).offset();
                return end == 0
                        || (committed.get(partition) != null
                                && committed.get(partition).offset() >= end);
            });
        }
    }
}
