package org.hathor.gateway;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecordBase;
import org.hathor.contracts.Contract;
import org.hathor.contracts.Contracts;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;
import org.hathor.contracts.playback.NowPlaying;

/** What one request brought: events to store, descriptions that came along, and what was refused. Not thread safe. */
final class Intake {
    /** A dead letter holds at most this much of an original. */
    static final int ORIGINAL_BYTES_MAX = 64 << 10;

    private final String door;
    private final Sender sender;
    private final Instant receivedAt;
    private final KnownDescriptions known;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final List<CatalogueEntry> descriptions = new ArrayList<>();
    private final Set<String> described = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int accepted;

    /** @param door where the events came in, as dead letters name it */
    Intake(String door, Sender sender, Instant receivedAt, KnownDescriptions known) {
        this.door = Objects.requireNonNull(door, "door is null");
        this.sender = Objects.requireNonNull(sender, "sender is null");
        this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt is null");
        this.known = Objects.requireNonNull(known, "known is null");
    }

    void accept(Listen listen) {
        accept(Contracts.LISTEN, listen);
    }

    void accept(NowPlaying event) {
        accept(Contracts.NOW_PLAYING, event);
    }

    void accept(Reaction reaction) {
        accept(Contracts.REACTION, reaction);
    }

    void accept(CatalogueEntry entry) {
        accept(Contracts.CATALOGUE_ENTRY, entry);
        descriptions.add(entry);
    }

    /** A description that came along with an event: stored unless it says nothing new. */
    void describe(CatalogueEntry entry) {
        if (known.tellsMore(entry) && described.add(entry.getEntryId())) {
            outgoing.add(Outgoing.of(Contracts.CATALOGUE_ENTRY, entry));
            descriptions.add(entry);
        }
    }

    /** @param original the event's own bytes, from {@code from} to before {@code to} */
    void reject(int index, Fault fault, byte[] original, int from, int to) {
        rejections.add(new Rejection(index, fault));
        byte[] kept = Arrays.copyOfRange(original, from, Math.min(to, from + ORIGINAL_BYTES_MAX));
        String note = to - from > ORIGINAL_BYTES_MAX ? " (the first %d bytes are kept)".formatted(kept.length) : "";
        DeadLetter letter = new DeadLetter(
                letterId(fault, kept),
                door,
                fault.code().name(),
                fault.field(),
                fault.message() + note,
                ByteBuffer.wrap(kept),
                sender.userId().value(),
                receivedAt);
        outgoing.add(Outgoing.of(Contracts.DEAD_LETTER, letter));
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    List<CatalogueEntry> descriptions() {
        return descriptions;
    }

    Outcome outcome() {
        return new Outcome(accepted, rejections);
    }

    private <T extends SpecificRecordBase> void accept(Contract<T> contract, T event) {
        outgoing.add(Outgoing.of(contract, event));
        accepted++;
    }

    /** The same letter sent again after a failure has the same id. */
    private String letterId(Fault fault, byte[] original) {
        byte[] reason = (door + '\n' + sender.userId() + '\n' + fault.code() + '\n' + fault.field() + '\n')
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(reason, reason.length + original.length);
        System.arraycopy(original, 0, all, reason.length, original.length);
        return UUID.nameUUIDFromBytes(all).toString();
    }
}
