package io.realname.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A system that can be measured. */
enum Contestant {
    OURS("ours", "realname, as it is packaged") {
        @Override
        RunningSystem start(Surroundings surroundings) throws IOException, InterruptedException {
            return Ours.start(name, surroundings);
        }
    },
    /** Only if it is asked for: how much dearer a verification is after years. */
    OURS_GROWN("ours-grown", "realname, with the rows of all those who were verified in two years") {
        @Override
        RunningSystem start(Surroundings surroundings) throws IOException, InterruptedException {
            return Ours.start(name, surroundings);
        }

        @Override
        void afterWarmUp(RunningSystem system, Options options) {
            Growth.fill(system.database(), options.people());
        }
    },
    STOCK("stock", "Camunda's starter as a newcomer would use it: the same steps and calls, none of the duties") {
        @Override
        RunningSystem start(Surroundings surroundings) throws IOException, InterruptedException {
            return Stock.start(name, surroundings, "{noop}");
        }
    },
    /**
     * Only if it is asked for. A newcomer has this hash without knowing: it takes more CPU than the verification, and says
     * nothing about the engine.
     */
    STOCK_BCRYPT("stock-bcrypt", "stock, with the client's secret hashed by bcrypt, as Spring Boot does by itself") {
        @Override
        RunningSystem start(Surroundings surroundings) throws IOException, InterruptedException {
            return Stock.start(name, surroundings, "{bcrypt}");
        }
    },
    BY_HAND("by-hand", "the same duties without an engine, over Spring MVC and JDBC") {
        @Override
        RunningSystem start(Surroundings surroundings) throws IOException, InterruptedException {
            return ByHand.start(name, surroundings);
        }
    };

    final String name;
    final String words;

    Contestant(String name, String words) {
        this.name = name;
        this.words = words;
    }

    /** Starts it, with an empty database of its own. */
    abstract RunningSystem start(Surroundings surroundings) throws IOException, InterruptedException;

    /** Before the first round. */
    void afterWarmUp(RunningSystem system, Options options) {}

    static Contestant named(String name) {
        return Arrays.stream(values())
                .filter(contestant -> contestant.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No system " + name + "; there are "
                        + Arrays.stream(values())
                                .map(contestant -> contestant.name)
                                .collect(Collectors.joining(", "))));
    }
}
