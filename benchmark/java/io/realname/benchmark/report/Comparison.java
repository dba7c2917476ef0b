package io.realname.benchmark.report;

import io.realname.benchmark.Round;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rounds of all systems, side by side. */
public record Comparison(List<Round> rounds) {

    private static final int DECIMALS = 1;
    private static final int DECIMALS_OF_RATIO = 2;

    public Comparison {
        rounds = List.copyOf(rounds);
    }

    List<String> systems() {
        return rounds.stream().map(Round::system).distinct().toList();
    }

    List<Round> of(String system) {
        return rounds.stream().filter(round -> round.system().equals(system)).toList();
    }

    Spread spread(String system, Figure figure) {
        return Spread.of(of(system).stream().mapToDouble(figure::of));
    }

    /** Of the rounds with the same number, which ran one after the other. Empty for what is not the systems' doing. */
    private String ratio(String system, String other, Figure figure) {
        if (figure == Figure.OTHERS) {
            return "";
        }
        List<Round> left = of(system);
        List<Round> right = of(other);
        return Spread.of(IntStream.range(0, left.size())
                        .mapToDouble(i -> figure.of(left.get(i)) / figure.of(right.get(i))))
                .write(DECIMALS_OF_RATIO);
    }

    /** Medians with their spread, and the ratios of the first system to each of the others. */
    public Table medians() {
        List<String> systems = systems();
        List<String> others = systems.subList(1, systems.size());
        List<String> head = new ArrayList<>(List.of("median (least–greatest)"));
        head.addAll(systems);
        others.forEach(other -> head.add(systems.get(0) + " ÷ " + other));
        return new Table(
                head,
                Arrays.stream(Figure.values())
                        .map(figure -> Stream.of(
                                        Stream.of(figure.words),
                                        systems.stream()
                                                .map(system ->
                                                        spread(system, figure).write(DECIMALS)),
                                        others.stream().map(other -> ratio(systems.get(0), other, figure)))
                                .flatMap(cells -> cells)
                                .toList())
                        .toList());
    }

    /** Every figure of every round. */
    Table everyRound() {
        List<String> head = new ArrayList<>(List.of("round", "system"));
        Arrays.stream(Figure.values()).forEach(figure -> head.add(figure.words));
        return new Table(
                head,
                rounds.stream()
                        .map(round -> Stream.concat(
                                        Stream.of(Integer.toString(round.number()), round.system()),
                                        Arrays.stream(Figure.values())
                                                .map(figure -> String.format(
                                                        Locale.ROOT, "%." + DECIMALS + "f", figure.of(round))))
                                .toList())
                        .toList());
    }
}
