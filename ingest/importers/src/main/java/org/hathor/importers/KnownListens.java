package org.hathor.importers;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** Which listens the platform has already. */
interface KnownListens extends AutoCloseable {
    /**
     * Those of a user's listens that are known.
     *
     * @param listenIds at most 1,000
     */
    Set<String> among(String userId, List<String> listenIds);

    @Override
    void close();

    /** Opens it on the worker that asks. */
    interface Source extends Serializable {
        KnownListens open();
    }
}
