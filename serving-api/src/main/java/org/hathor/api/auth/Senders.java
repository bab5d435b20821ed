package org.hathor.api.auth;

import org.hathor.gateway.Sender;
import org.hathor.serving.auth.Caller;
import org.hathor.serving.auth.Scope;

/** A caller as the gateway sees them. */
public final class Senders {
    private Senders() {}

    public static Sender of(Caller caller) {
        return new Sender(caller.userId(), caller.scope() == Scope.INGEST ? Sender.Reach.EVERYONE : Sender.Reach.SELF);
    }
}
