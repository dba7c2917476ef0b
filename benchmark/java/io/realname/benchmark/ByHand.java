package io.realname.benchmark;

import io.realname.benchmark.byhand.ByHandApplication;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comparator without an engine. It has the settings of realname, and one more table. */
final class ByHand {

    private ByHand() {}

    static RunningSystem start(String name, Surroundings surroundings) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(Ours.settings(surroundings.keys()));
        settings.put("SPRING_FLYWAY_LOCATIONS", "classpath:db/migration,classpath:io/realname/benchmark/byhand");
        return surroundings.start(
                name,
                List.of("-cp", surroundings.installed().everything(), ByHandApplication.class.getName()),
                settings);
    }
}
