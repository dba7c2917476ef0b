package io.realname.diagram.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The left side of a rule in one column, as far as it can be understood without running it: nothing, values,
 * comparisons, ranges, and {@code not(…)} of these.
 *
 * @param negated whether it fits what none of the parts fits
 * @param parts one of these must fit; empty if every value fits
 */
record Cell(boolean negated, List<Part> parts) {

    /** What a part compares a value with. */
    sealed interface Part {

        /** A text, {@code true}, {@code false} or a number. */
        record Value(String value) implements Part {}

        /** A number from one bound to another; an absent bound is no bound. */
        record Range(Optional<BigDecimal> from, boolean fromIncluded, Optional<BigDecimal> to, boolean toIncluded)
                implements Part {}
    }

    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,6})?";

    private static final Pattern NEGATION = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern PART =
            Pattern.compile("\\s*(?:\"(?<text>[^\"\\\\]*)\"|(?<word>true|false)|(?<number>" + NUMBER
                    + ")|(?<operator><=|>=|<|>)\\s*(?<bound>" + NUMBER + ")|(?<left>[\\[\\](])\\s*(?<from>" + NUMBER
                    + ")\\s*\\.\\.\\s*(?<to>" + NUMBER + ")\\s*(?<right>[\\[\\])]))\\s*(?:,|$)");

    Cell {
        parts = List.copyOf(parts);
    }

    /** Empty if the text is more than that. */
    static Optional<Cell> read(String text) {
        String cell = text.strip();
        if (cell.isEmpty() || cell.equals("-")) {
            return Optional.of(new Cell(false, List.of()));
        }
        Matcher negation = NEGATION.matcher(cell);
        boolean negated = negation.matches();
        String list = negated ? negation.group(1).strip() : cell;
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(list);
        int end = 0;
        while (end < list.length() && matcher.find(end) && matcher.start() == end) {
            parts.add(part(matcher));
            end = matcher.end();
        }
        // not(true) is a formula to the engine: it is false, whatever the value is.
        boolean formula = negated && parts.stream().anyMatch(Cell::isFlag);
        return end == list.length() && !list.endsWith(",") && !formula
                ? Optional.of(new Cell(negated, parts))
                : Optional.empty();
    }

    private static boolean isFlag(Part part) {
        return part instanceof Part.Value same
                && (same.value().equals("true") || same.value().equals("false"));
    }

    private static Part part(Matcher matcher) {
        if (matcher.group("text") != null) {
            return new Part.Value(matcher.group("text"));
        }
        if (matcher.group("word") != null) {
            return new Part.Value(matcher.group("word"));
        }
        if (matcher.group("number") != null) {
            return new Part.Value(matcher.group("number"));
        }
        if (matcher.group("operator") != null) {
            BigDecimal bound = new BigDecimal(matcher.group("bound"));
            boolean included = matcher.group("operator").endsWith("=");
            return matcher.group("operator").startsWith(">")
                    ? new Part.Range(Optional.of(bound), included, Optional.empty(), false)
                    : new Part.Range(Optional.empty(), false, Optional.of(bound), included);
        }
        return new Part.Range(
                Optional.of(new BigDecimal(matcher.group("from"))),
                matcher.group("left").equals("["),
                Optional.of(new BigDecimal(matcher.group("to"))),
                matcher.group("right").equals("]"));
    }

    boolean fits(String value) {
        return parts.isEmpty() || negated != parts.stream().anyMatch(part -> fits(part, value));
    }

    private static boolean fits(Part part, String value) {
        if (part instanceof Part.Value same) {
            return same.value().equals(value);
        }
        if (!value.matches(NUMBER)) {
            return false;
        }
        Part.Range range = (Part.Range) part;
        BigDecimal number = new BigDecimal(value);
        boolean above = range.from()
                .map(from -> number.compareTo(from) > (range.fromIncluded() ? -1 : 0))
                .orElse(true);
        boolean below = range.to()
                .map(to -> number.compareTo(to) < (range.toIncluded() ? 1 : 0))
                .orElse(true);
        return above && below;
    }

    /** The values that it names, without the bounds of ranges. */
    Set<String> values() {
        return parts.stream()
                .filter(Part.Value.class::isInstance)
                .map(part -> ((Part.Value) part).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The numbers at which something changes. */
    List<BigDecimal> bounds() {
        List<BigDecimal> bounds = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Range range) {
                range.from().ifPresent(bounds::add);
                range.to().ifPresent(bounds::add);
            } else if (part instanceof Part.Value same && same.value().matches(NUMBER)) {
                bounds.add(new BigDecimal(same.value()));
            }
        }
        return bounds;
    }
}
