package org.hathor.api.platform;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Prints the address once the server takes requests: with port 0 this is the only place that knows it. */
@Singleton
final class Announcement implements ApplicationEventListener<ServerStartupEvent> {
    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        System.out.println("hathor-api listening on " + event.getSource().getURI());
        System.out.flush();
    }
}
