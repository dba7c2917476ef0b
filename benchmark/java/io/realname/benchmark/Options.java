package io.realname.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code benchmark/run} was told, as {@code name=value}.
 *
 * @param systems in the order of their rounds
 * @param clients who verify at the same time
 * @param warmUp of each system, before the first round
 * @param time of one round
 * @param statements whether the statements of each system are listed too
 * @param people how many were verified before, for {@code ours-grown}
 * @param folder where realname is installed; for data too
 */
record Options(
        List<Contestant> systems,
        int clients,
        Duration warmUp,
        int rounds,
        Duration time,
        boolean statements,
        int firstPerson,
        int people,
        Path folder) {

    static Options of(String[] args) {
        Map<String, String> given = new HashMap<>();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("Not name=value: " + arg);
            }
            given.put(pair[0], pair[1]);
        }
        return new Options(
                Arrays.stream(given.getOrDefault("systems", "ours,stock,by-hand")
                                .split(","))
                        .map(Contestant::named)
                        .toList(),
                Integer.parseInt(given.getOrDefault("clients", "8")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("warmup", "40"))),
                Integer.parseInt(given.getOrDefault("rounds", "3")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "30"))),
                Boolean.parseBoolean(given.getOrDefault("statements", "false")),
                Integer.parseInt(given.getOrDefault("person", "1000000")),
                Integer.parseInt(given.getOrDefault("people", "1000000")),
                Path.of(System.getProperty("benchmark.folder")));
    }

    @Override
    public String toString() {
        return "%d clients, %d s of warm-up for each system, %d rounds of %d s"
                .formatted(clients, warmUp.toSeconds(), rounds, time.toSeconds());
    }
}
