package org.hathor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TallyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void countsWhatARecountOfTheFileCounts(@TempDir Path folder) throws Exception {
        World world = World.of(new SimulationConfig(11, 80, 20, 200, 0.1, 0.1));
        Path file = folder.resolve("events.jsonl");
        Tally tally = Events.replayInto(file, world, Events.FROM, Events.FROM.plus(Duration.ofDays(2)));

        Set<String> seen = new HashSet<>();
        Map<String, long[]> byTrackDay = new HashMap<>();
        Map<String, long[]> byCountryDay = new HashMap<>();
        long listens = 0;
        long copies = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode event = JSON.readTree(line);
            if (!event.path("type").asText().equals("listen")) {
                continue;
            }
            if (!seen.add(
                    event.path("userId").asText() + " " + event.path("listenId").asText())) {
                copies++;
                continue;
            }
            listens++;
            LocalDate day = Instant.ofEpochMilli(event.path("startedAt").asLong())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
            long played = event.path("msPlayed").asLong();
            boolean qualified =
                    played >= 30_000 || played >= event.path("trackLengthMs").asLong();
            add(byTrackDay, day + " " + event.path("trackId").asText(), qualified);
            add(byCountryDay, day + " " + event.path("country").asText(), qualified);
        }

        assertThat(copies).isPositive();
        assertThat(tally.total().listens()).isEqualTo(listens).isGreaterThan(2_000);
        byTrackDay.forEach((key, counts) -> assertThat(
                        plays(tally.plays(LocalDate.parse(key.substring(0, 10)), key.substring(11))))
                .isEqualTo(counts));
        byCountryDay.forEach((key, counts) -> assertThat(
                        plays(tally.plays(LocalDate.parse(key.substring(0, 10)), Country.valueOf(key.substring(11)))))
                .isEqualTo(counts));
    }

    private static void add(Map<String, long[]> counts, String key, boolean qualified) {
        long[] both = counts.computeIfAbsent(key, absent -> new long[2]);
        both[0]++;
        both[1] += qualified ? 1 : 0;
    }

    private static long[] plays(Tally.Plays plays) {
        return new long[] {plays.listens(), plays.qualifiedListens()};
    }
}
