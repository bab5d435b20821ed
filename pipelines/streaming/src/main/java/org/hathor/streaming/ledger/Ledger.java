package org.hathor.streaming.ledger;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.hathor.contracts.catalogue.CatalogueEntry;
import org.hathor.contracts.engagement.Reaction;
import org.hathor.contracts.ingest.DeadLetter;
import org.hathor.contracts.playback.Listen;
import org.hathor.streaming.Destination;
import org.hathor.streaming.identity.Deduplicate;
import org.hathor.streaming.identity.EventIdentity;
import org.hathor.streaming.kafka.EventTypeInformation;
import org.hathor.streaming.kafka.PartPoison;

/**
 * How every fact comes into the lake and into ClickHouse once.
 *
 * <p>A listen is on time when it was received within the horizon of its start. Those on time are rid of copies by id
 * and appended to {@code listens}. Late ones cannot be told apart with bounded state: they wait for a checkpoint and go
 * to {@code listens_late}, from where a Spark job merges them by identity. ClickHouse takes both kinds at once and
 * tells them apart itself.
 *
 * <p>Listens just beyond the horizon are rid of copies too, though they are late: two gateways may put a listen that
 * was just on time behind its late copy, and then the copy must be known.
 */
public final class Ledger {
    private Ledger() {}

    /** What the ledger is made of; each stream has event time by receipt and letters about what was unreadable. */
    public record Sources(
            SingleOutputStreamOperator<Listen> listens,
            SingleOutputStreamOperator<Reaction> reactions,
            SingleOutputStreamOperator<CatalogueEntry> catalogue) {
        public Sources {
            Objects.requireNonNull(listens, "listens is null");
            Objects.requireNonNull(reactions, "reactions is null");
            Objects.requireNonNull(catalogue, "catalogue is null");
        }
    }

    /** Where one kind of fact is kept. */
    public record Kept<T>(Destination<T> lake, Destination<T> warehouse) {
        public Kept {
            Objects.requireNonNull(lake, "lake is null");
            Objects.requireNonNull(warehouse, "warehouse is null");
        }
    }

    /** Where the ledger goes. */
    public record Sinks(
            Kept<Listen> listens,
            Destination<Listen> lateListens,
            Kept<Reaction> reactions,
            Kept<CatalogueEntry> catalogue,
            Destination<DeadLetter> deadLetters) {
        public Sinks {
            Objects.requireNonNull(listens, "listens is null");
            Objects.requireNonNull(lateListens, "lateListens is null");
            Objects.requireNonNull(reactions, "reactions is null");
            Objects.requireNonNull(catalogue, "catalogue is null");
            Objects.requireNonNull(deadLetters, "deadLetters is null");
        }
    }

    /**
     * Lays the operators out between sources and sinks.
     *
     * @param horizon how old a listen may be at its receipt and still be on time
     */
    public static void build(Sources sources, Duration horizon, Sinks sinks) {
        listens(sources.listens(), horizon, sinks);
        keep(
                Deduplicate.apply(sources.reactions(), EventIdentity.REACTION, horizon, "distinct-reactions"),
                sinks.reactions());
        keep(
                sources.catalogue()
                        .keyBy(DropRepeats::key, Types.STRING)
                        .process(new DropRepeats(), new EventTypeInformation<>(CatalogueEntry.class))
                        .name("news of the catalogue")
                        .uid("catalogue-news"),
                sinks.catalogue());
        sinks.deadLetters()
                .receive(sources.listens()
                        .getSideOutput(PartPoison.DEAD_LETTERS)
                        .union(
                                sources.reactions().getSideOutput(PartPoison.DEAD_LETTERS),
                                sources.catalogue().getSideOutput(PartPoison.DEAD_LETTERS)));
    }

    private static void listens(SingleOutputStreamOperator<Listen> all, Duration horizon, Sinks sinks) {
        SingleOutputStreamOperator<Listen> tellable =
                part(all, horizon.plus(Deduplicate.CLOCK_SKEW), "part-historic-listens");
        SingleOutputStreamOperator<Listen> onTime = part(
                Deduplicate.apply(tellable, EventIdentity.LISTEN, horizon, "distinct-listens"),
                horizon,
                "part-late-listens");
        DataStream<Listen> late = tellable.getSideOutput(PartLate.LATE).union(onTime.getSideOutput(PartLate.LATE));

        sinks.listens().lake().receive(onTime);
        sinks.lateListens()
                .receive(late.transform(
                                "hold late listens",
                                new EventTypeInformation<>(Listen.class),
                                new HoldUntilNextCheckpoint<>(Listen.class))
                        .uid("hold-late-listens"));
        sinks.listens().warehouse().receive(onTime.union(late));
    }

    private static SingleOutputStreamOperator<Listen> part(DataStream<Listen> listens, Duration ageMax, String uid) {
        return listens.process(new PartLate(ageMax), new EventTypeInformation<>(Listen.class))
                .name(uid)
                .uid(uid);
    }

    private static <T> void keep(DataStream<T> facts, Kept<T> kept) {
        kept.lake().receive(facts);
        kept.warehouse().receive(facts);
    }
}
