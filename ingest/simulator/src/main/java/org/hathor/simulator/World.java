package org.hathor.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A catalogue and the people who listen to it: the whole state of a simulation before anything happens. */
public final class World {
    private final SimulationConfig config;
    private final Catalogue catalogue;
    private final List<Listener> listeners;
    private final Map<Country, List<Listener>> byCountry = new EnumMap<>(Country.class);
    private final Map<String, Catalogue.Track> tracksById = new HashMap<>();

    private World(SimulationConfig config) {
        this.config = config;
        this.catalogue = Catalogue.of(config);
        Map<Genre, Latent> centres = Catalogue.centres(config.seed());
        List<Listener> people = new ArrayList<>(config.users());
        for (int i = 0; i < config.users(); i++) {
            Listener listener = Listener.of(config.seed(), i, centres);
            people.add(listener);
            byCountry
                    .computeIfAbsent(listener.country(), country -> new ArrayList<>())
                    .add(listener);
        }
        this.listeners = List.copyOf(people);
        catalogue.tracks().forEach(track -> tracksById.put(track.trackId(), track));
    }

    /** The world of these settings; always the same one. */
    public static World of(SimulationConfig config) {
        return new World(config);
    }

    public SimulationConfig config() {
        return config;
    }

    /** Ids of all listeners, in order. */
    public List<String> userIds() {
        return listeners.stream().map(Listener::userId).toList();
    }

    /** Ids of all tracks, in order of their artists' fame. */
    public List<String> trackIds() {
        return catalogue.tracks().stream().map(Catalogue.Track::trackId).toList();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    List<Listener> listeners() {
        return listeners;
    }

    List<Listener> listenersIn(Country country) {
        return byCountry.getOrDefault(country, List.of());
    }

    /** The listener of that id, or null. */
    Listener listener(String userId) {
        if (!userId.matches("sim-\\d{6,7}")) {
            return null;
        }
        int index = Integer.parseInt(userId.substring(4));
        return index < listeners.size() && Listener.userId(index).equals(userId) ? listeners.get(index) : null;
    }

    /** The track of that id, or null. */
    Catalogue.Track track(String trackId) {
        return tracksById.get(trackId);
    }
}
