package org.hathor.simulator;

import java.util.Map;
import org.hathor.contracts.playback.SubscriptionTier;

/**
 * Somebody who listens.
 *
 * @param index place in the population, from 0
 * @param userId {@code sim-000000} and on
 * @param taste direction in the latent space
 * @param sessionsPerDay mean number of times a day that listening begins
 * @param lateByMinutes how much later than most this listener's day runs
 */
record Listener(
        int index,
        String userId,
        Country country,
        int ageYears,
        SubscriptionTier tier,
        Latent taste,
        double sessionsPerDay,
        int lateByMinutes,
        String device,
        String client) {
    private static final SubscriptionTier[] TIERS = {
        SubscriptionTier.FREE, SubscriptionTier.PREMIUM, SubscriptionTier.FAMILY, SubscriptionTier.HIFI
    };
    private static final String[] DEVICES = {"phone", "desktop", "speaker", "car", "tv"};
    private static final String[] CLIENTS = {"hathor-mobile 1.4", "hathor-web 1.4", "hathor-desktop 1.2"};

    static String userId(int index) {
        return "sim-%06d".formatted(index);
    }

    static Listener of(long seed, int index, Map<Genre, Latent> centres) {
        Randomness random = Randomness.of(seed, 'U', index);
        Country country = Country.draw(random);
        int ageYears = (int) Math.min(84, 13 + 17 * (random.exponential() + random.exponential()) / 1.6);
        SubscriptionTier tier = TIERS[random.weighted(48, 34, 13, 5)];
        Latent taste = taste(ageYears, centres, random);
        double sessionsPerDay = Math.min(6, random.logNormal(1.8, 0.55));
        int lateByMinutes = (int) ((35 - Math.min(ageYears, 60)) * 3 + 45 * random.gaussian());
        String device = DEVICES[random.weighted(60, 20, 9, 7, 4)];
        String client = CLIENTS[device.equals("desktop") ? 1 + random.below(2) : 0];
        return new Listener(
                index, userId(index), country, ageYears, tier, taste, sessionsPerDay, lateByMinutes, device, client);
    }

    private static Latent taste(int ageYears, Map<Genre, Latent> centres, Randomness random) {
        Latent taste = centres.get(Genre.drawFor(ageYears, random));
        int more = random.weighted(35, 45, 20);
        for (int i = 0; i < more; i++) {
            taste = taste.towards(centres.get(Genre.drawFor(ageYears, random)), 0.3 + 0.2 * random.uniform());
        }
        return taste.near(0.4, random);
    }
}
