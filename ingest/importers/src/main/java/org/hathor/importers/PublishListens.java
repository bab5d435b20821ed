package org.hathor.importers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.ListenRules;
import org.hathor.contracts.playback.Listen;

/** Sends those listens of a batch that the platform does not know yet. The listens of a batch are of one user. */
final class PublishListens extends DoFn<List<Listen>, Void> {
    private static final long serialVersionUID = 1;

    private final Counter known = ImportCounters.KNOWN.counter();
    private final Counter accepted = ImportCounters.ACCEPTED.counter();
    private final Counter qualified = ImportCounters.QUALIFIED.counter();
    private final String kafkaBootstrap;
    private final KnownListens.Source source;
    private transient Publish publish;
    private transient KnownListens listens;

    PublishListens(String kafkaBootstrap, KnownListens.Source source) {
        this.kafkaBootstrap = kafkaBootstrap;
        this.source = source;
    }

    @Setup
    public void setUp() {
        publish = new Publish(kafkaBootstrap);
        listens = source.open();
    }

    @Teardown
    public void tearDown() {
        if (listens != null) {
            listens.close();
        }
        if (publish != null) {
            publish.close();
        }
    }

    @ProcessElement
    public void process(@Element List<Listen> batch) throws InterruptedException {
        Set<String> there = listens.among(
                batch.get(0).getUserId(),
                batch.stream().map(Listen::getListenId).toList());
        List<Listen> news = new ArrayList<>(batch.size());
        Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        for (Listen listen : batch) {
            if (!there.contains(listen.getListenId())) {
                news.add(Listen.newBuilder(listen).setReceivedAt(now).build());
            }
        }
        publish.publish(Contracts.LISTEN, news);
        known.inc(batch.size() - news.size());
        accepted.inc(news.size());
        qualified.inc(news.stream().filter(ListenRules::qualified).count());
    }
}
