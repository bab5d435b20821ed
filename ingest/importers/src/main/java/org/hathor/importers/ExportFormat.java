package org.hathor.importers;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/** A kind of export: which files belong to it, and how their records are read. */
interface ExportFormat extends Serializable {
    /** What two records with the same content are. */
    enum SameContent {
        /** Two plays: the export's clock is too coarse to tell them apart. */
        TWO_LISTENS,
        /** One play, exported twice: it could not have happened twice at that instant. */
        ONE_LISTEN
    }

    /** As it is called on the command line. */
    String name();

    /** What imported listens name as their client. */
    String client();

    /** The files it reads, for a person. */
    String files();

    /**
     * Which part of the format a file of that name belongs to, empty when to none. One import reads one part: parts may
     * tell the same listens in different words.
     *
     * @param fileName without folder and without {@code .gz}
     */
    Optional<String> part(String fileName);

    /** Whether one export holds many users, so that none is to be given. */
    default Set<Trait> traits() {
        return Set.of();
    }

    /** What is special about a format. */
    enum Trait {
        MANY_USERS
    }

    SameContent sameContent();

    /**
     * Hands every record of a file over, in order.
     *
     * @param fileName without folder and without {@code .gz}
     * @throws IOException when the file cannot be read
     */
    void read(InputStream in, String fileName, Records records) throws IOException;

    /** Takes records as they are read. */
    interface Records {
        /**
         * One record.
         *
         * @param number its line, or its place in a JSON array, from 1
         * @param original as it stands in the file
         * @param parse reads it, or throws {@link BadRecordException}
         */
        void record(long number, String original, Parse parse);
    }

    /** Reads one record. */
    interface Parse {
        HeardTrack heard();
    }
}
