package io.realname.benchmark;

import java.util.List;

/** The page with the results. */
final class Report {

    private Report() {}

    static void write(List<Round> rounds, Options options) {}
}
