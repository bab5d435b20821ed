package org.hathor.importers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.hathor.contracts.NameIdentity;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.catalogue.CatalogueKind;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.SubscriptionTier;
import org.hathor.gateway.EventChecks;
import org.hathor.gateway.Fault;

/**
 * Reads a file of an export. Each record becomes a listen, with the descriptions of its track and artist, or a dead
 * letter.
 *
 * <p>Listens come keyed by user and a share of their ids, so that records of the same content meet again wherever they
 * stood. Descriptions are dated as early as can be: one that is made by somebody who knows more holds against them
 * whenever it was made, and a second import changes nothing.
 */
final class ReadExport extends DoFn<ExportFile, KV<String, Listen>> {
    private static final long serialVersionUID = 1;
    private static final int LISTEN_SHARES = 64;
    private static final int OTHER_SHARES = 16;
    private static final int DESCRIPTIONS_REMEMBERED_MAX = 100_000;
    private static final int ORIGINAL_BYTES_MAX = 64 << 10;
    private static final int SOURCE_ID_LENGTH_MAX = 256;

    static final TupleTag<KV<String, Listen>> LISTENS = new TupleTag<>("listens") {
        private static final long serialVersionUID = 1;
    };
    static final TupleTag<KV<Integer, CatalogueEntry>> DESCRIPTIONS = new TupleTag<>("descriptions") {
        private static final long serialVersionUID = 1;
    };
    static final TupleTag<KV<Integer, DeadLetter>> LETTERS = new TupleTag<>("letters") {
        private static final long serialVersionUID = 1;
    };

    private final Counter read = ImportCounters.READ.counter();
    private final Counter rejected = ImportCounters.REJECTED.counter();
    private final ExportFormat format;
    private final String userId;
    private final long importedAtMs;
    private transient EventChecks checks;
    private transient Set<String> described;

    /**
     * @param userId whose export it is; null for a format of many users
     * @param importedAtMs when the import began, epoch milliseconds
     */
    ReadExport(ExportFormat format, String userId, long importedAtMs) {
        this.format = format;
        this.userId = userId;
        this.importedAtMs = importedAtMs;
    }

    @Setup
    public void setUp() {
        checks = new EventChecks(Clock.systemUTC());
        described = new HashSet<>();
    }

    @ProcessElement
    public void process(@Element ExportFile file, MultiOutputReceiver out) throws IOException {
        described.clear();
        try (InputStream in = file.open()) {
            format.read(in, file.fileName(), (number, original, parse) -> {
                read.inc();
                try {
                    take(parse.heard(), sourceId(file, number), out);
                } catch (BadRecordException e) {
                    rejected.inc();
                    DeadLetter letter = letter(e, sourceId(file, number), original);
                    out.get(LETTERS).output(KV.of(otherShare(letter.getLetterId()), letter));
                }
            });
        }
    }

    private void take(HeardTrack heard, String sourceId, MultiOutputReceiver out) {
        Listen listen = listen(heard, sourceId);
        CatalogueEntry track = track(heard, listen);
        CatalogueEntry artist = artist(heard, listen);
        require(checks.check(track));
        require(checks.check(artist));
        require(checks.check(listen));
        String share = "%s/%d"
                .formatted(
                        listen.getUserId(), Math.floorMod(listen.getListenId().hashCode(), LISTEN_SHARES));
        out.get(LISTENS).output(KV.of(share, listen));
        describe(track, out);
        describe(artist, out);
    }

    /** A track heard a thousand times is described once, or a few times where many others were heard in between. */
    private void describe(CatalogueEntry entry, MultiOutputReceiver out) {
        if (described.size() == DESCRIPTIONS_REMEMBERED_MAX) {
            described.clear();
        }
        if (described.add(entry.getEntryId() + '\n' + ChooseDescriptions.words(entry))) {
            out.get(DESCRIPTIONS).output(KV.of(otherShare(entry.getEntryId()), entry));
        }
    }

    private static int otherShare(String id) {
        return Math.floorMod(id.hashCode(), OTHER_SHARES);
    }

    private Listen listen(HeardTrack heard, String sourceId) {
        return new Listen(
                NameIdentity.listen(heard.identity().toArray(String[]::new)).value(),
                heard.userId() == null ? userId : heard.userId(),
                NameIdentity.track(heard.artistName(), heard.trackName()).value(),
                NameIdentity.artist(heard.artistName()).value(),
                heard.startedAt(),
                heard.msPlayed(),
                heard.trackLengthMs(),
                "import",
                sourceId,
                heard.device(),
                format.client(),
                heard.country(),
                SubscriptionTier.UNKNOWN,
                heard.endReason(),
                heard.offline(),
                Instant.ofEpochMilli(importedAtMs));
    }

    private static CatalogueEntry track(HeardTrack heard, Listen listen) {
        String albumId = heard.albumName() == null
                ? null
                : NameIdentity.album(heard.artistName(), heard.albumName()).value();
        return new CatalogueEntry(
                listen.getTrackId(),
                CatalogueKind.TRACK,
                heard.trackName(),
                listen.getArtistId(),
                heard.artistName(),
                albumId,
                heard.albumName(),
                heard.trackLengthMs(),
                List.of(),
                null,
                EventChecks.EARLIEST);
    }

    private static CatalogueEntry artist(HeardTrack heard, Listen listen) {
        return new CatalogueEntry(
                listen.getArtistId(),
                CatalogueKind.ARTIST,
                heard.artistName(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                EventChecks.EARLIEST);
    }

    private static void require(Optional<Fault> fault) {
        fault.ifPresent(found -> {
            throw new BadRecordException(found.code(), found.field(), found.message());
        });
    }

    private DeadLetter letter(BadRecordException fault, String sourceId, String original) {
        byte[] bytes = original.getBytes(StandardCharsets.UTF_8);
        String origin = "import %s %s".formatted(format.name(), sourceId);
        return new DeadLetter(
                UUID.nameUUIDFromBytes((origin + '\n' + userId + '\n' + original).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                origin,
                fault.code().name(),
                fault.field(),
                fault.getMessage(),
                ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, ORIGINAL_BYTES_MAX))
                        .slice(),
                userId,
                Instant.ofEpochMilli(importedAtMs));
    }

    /** File and record; of a long path its end. */
    private static String sourceId(ExportFile file, long number) {
        String text = file.label() + ":" + number;
        return text.substring(Math.max(0, text.length() - SOURCE_ID_LENGTH_MAX));
    }
}
