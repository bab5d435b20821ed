package org.hathor.streaming.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.playback.EndReason;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;

/**
 * Listens as the gateway would have them on the topic: 20,000 users in 8 countries, 5,000 tracks of which few are heard
 * much, received over the last ten minutes, no id twice.
 */
final class ListenSupply {
    private static final int USERS = 20_000;
    private static final int TRACKS = 5_000;
    private static final int TRACKS_AN_ARTIST = 10;
    private static final long TRACK_LENGTH_MS = 240_000;
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final int PROGRESS = 500_000;
    private static final String[] COUNTRIES = {"SE", "DE", "US", "BR", "JP", "GB", "FR", "NG"};

    private final SplittableRandom random = new SplittableRandom(7);
    private final String[] tracks = new String[TRACKS];
    private final String[] artists = new String[TRACKS / TRACKS_AN_ARTIST];
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(SPAN);
    private final long events;
    private final Map<LocalDate, Map<String, Long>> plays = new HashMap<>();

    /** @param events how many listens, more than 0 */
    ListenSupply(long events) {
        this.events = events;
        for (int artist = 0; artist < artists.length; artist++) {
            artists[artist] = NameIdentity.artist("artist " + artist).value();
        }
        for (int track = 0; track < TRACKS; track++) {
            tracks[track] = NameIdentity.track("artist " + track / TRACKS_AN_ARTIST, "track " + track)
                    .value();
        }
    }

    /** Puts all listens on the topic; returns when Kafka has them. */
    void fill(String bootstrap) {
        String topic = Contracts.LISTEN.topic().name();
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                        ProducerConfig.LINGER_MS_CONFIG, "20",
                        ProducerConfig.BATCH_SIZE_CONFIG, "131072"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (long number = 0; number < events; number++) {
                Listen listen = listen(number);
                byte[] key = listen.getUserId().getBytes(StandardCharsets.UTF_8);
                producer.send(
                        new ProducerRecord<>(topic, key, Contracts.LISTEN.encode(listen)), (metadata, exception) -> {
                            if (exception != null) {
                                failure.set(exception);
                            }
                        });
                if ((number + 1) % PROGRESS == 0) {
                    System.err.printf("  %,d listens of %,d on the topic%n", number + 1, events);
                }
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka did not take the listens", failure.get());
        }
    }

    /** What was put on the topic so far: plays by track, by the UTC day they began on. */
    Map<LocalDate, Map<String, Long>> plays() {
        return plays;
    }

    private Listen listen(long number) {
        int track = (int) (TRACKS * Math.pow(random.nextDouble(), 3));
        long msPlayed = random.nextLong(1_000, TRACK_LENGTH_MS);
        Instant receivedAt = begin.plusMillis(SPAN.toMillis() * number / events);
        Instant startedAt = receivedAt.minusMillis(msPlayed);
        plays.computeIfAbsent(startedAt.atOffset(ZoneOffset.UTC).toLocalDate(), absent -> new HashMap<>())
                .merge(tracks[track], 1L, Long::sum);
        int user = random.nextInt(USERS);
        return Listen.newBuilder()
                .setListenId(new UUID(random.nextLong(), number).toString())
                .setUserId("user-" + user)
                .setTrackId(tracks[track])
                .setArtistId(artists[track / TRACKS_AN_ARTIST])
                .setStartedAt(startedAt)
                .setMsPlayed(msPlayed)
                .setTrackLengthMs(TRACK_LENGTH_MS)
                .setSource("playlist")
                .setClient("bench/1")
                .setCountry(COUNTRIES[user % COUNTRIES.length])
                .setSubscriptionTier(SubscriptionTier.PREMIUM)
                .setEndReason(EndReason.FINISHED)
                .setReceivedAt(receivedAt)
                .build();
    }
}
