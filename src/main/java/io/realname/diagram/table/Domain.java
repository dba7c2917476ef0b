package io.realname.diagram.table;

import io.realname.diagram.catalogue.FactKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which values a column must be tried with, so that every case of the rules is tried. */
final class Domain {

    /** Stands for every text that the rules do not name. */
    static final String ANYTHING_ELSE = "anything else";

    private Domain() {}

    /** The values that are listed; empty if they are not. */
    static Set<String> values(FactKind kind) {
        if (kind instanceof FactKind.Flag) {
            return Set.of("true", "false");
        }
        return kind instanceof FactKind.Code code ? code.values() : Set.of();
    }

    /**
     * One value of each kind of case.
     *
     * @param kind of the fact
     * @param stated the values that the column itself states as possible; empty if it states none
     * @param cells the left sides of the rules in this column
     */
    static Set<String> cases(Optional<FactKind> kind, Set<String> stated, List<Cell> cells) {
        if (!stated.isEmpty()) {
            return stated;
        }
        Set<String> listed = kind.map(Domain::values).orElse(Set.of());
        if (!listed.isEmpty()) {
            return listed;
        }
        Set<String> cases = new TreeSet<>();
        if (kind.filter(FactKind.Count.class::isInstance).isPresent()) {
            BigInteger most = BigInteger.valueOf(((FactKind.Count) kind.get()).most());
            cases.add("0");
            for (Cell cell : cells) {
                for (BigDecimal bound : cell.bounds()) {
                    BigInteger whole = bound.toBigInteger();
                    for (BigInteger number :
                            List.of(whole.subtract(BigInteger.ONE), whole, whole.add(BigInteger.ONE))) {
                        if (number.signum() >= 0 && number.compareTo(most) <= 0) {
                            cases.add(number.toString());
                        }
                    }
                }
            }
            return cases;
        }
        cells.forEach(cell -> cases.addAll(cell.values()));
        cases.add(ANYTHING_ELSE);
        return cases;
    }
}
