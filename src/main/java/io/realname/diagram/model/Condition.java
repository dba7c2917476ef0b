package io.realname.diagram.model;

import io.realname.diagram.catalogue.Truth;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The condition of a flow: facts, compared with values. Read by {@link ConditionReader}. */
public sealed interface Condition {

    /** The fact itself is true. */
    record Holds(String fact) implements Condition {}

    /**
     * A fact, compared with a value.
     *
     * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}
     * @param value without quotes
     * @param quoted whether the value is a text
     */
    record Compares(String fact, String operator, String value, boolean quoted) implements Condition {}

    record Not(Condition negated) implements Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    /** The facts that it reads. */
    default Set<String> facts() {
        Set<String> facts = new TreeSet<>();
        visit(part -> {
            if (part instanceof Holds holds) {
                facts.add(holds.fact());
            } else if (part instanceof Compares compares) {
                facts.add(compares.fact());
            }
        });
        return facts;
    }

    /** Calls the visitor with this condition and all its parts. */
    default void visit(Consumer<Condition> visitor) {
        visitor.accept(this);
        if (this instanceof Not not) {
            not.negated().visit(visitor);
        } else if (this instanceof Both both) {
            both.left().visit(visitor);
            both.right().visit(visitor);
        } else if (this instanceof Either either) {
            either.left().visit(visitor);
            either.right().visit(visitor);
        }
    }

    /** What is certain if the condition has this value. */
    default Set<Truth> certainIf(boolean value) {
        if (this instanceof Holds holds) {
            return Set.of(new Truth(holds.fact(), Boolean.toString(value)));
        }
        if (this instanceof Compares compares) {
            boolean same = compares.operator().equals("==");
            if (same == value && (same || compares.operator().equals("!="))) {
                return Set.of(new Truth(compares.fact(), compares.value()));
            }
            return Set.of();
        }
        if (this instanceof Not not) {
            return not.negated().certainIf(!value);
        }
        if (this instanceof Both both) {
            return join(both.left().certainIf(value), both.right().certainIf(value), value);
        }
        Either either = (Either) this;
        return join(either.left().certainIf(value), either.right().certainIf(value), !value);
    }

    private static Set<Truth> join(Set<Truth> left, Set<Truth> right, boolean both) {
        Set<Truth> joined = new HashSet<>(left);
        if (both) {
            joined.addAll(right);
        } else {
            joined.retainAll(right);
        }
        return joined;
    }
}
