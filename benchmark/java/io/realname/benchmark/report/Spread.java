package io.realname.benchmark.report;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** The median of some rounds, with the least and the greatest value. */
record Spread(double median, double least, double greatest) {

    /** @param values at least one */
    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The median, then least and greatest value in brackets. */
    String write(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median, least, greatest);
    }
}
