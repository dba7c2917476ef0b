package io.realname.diagram.catalogue;

import java.util.Set;
import java.util.TreeSet;

/** Which values a fact may have. */
public sealed interface FactKind {

    /** {@code true} or {@code false}. */
    record Flag() implements FactKind {}

    /**
     * A whole number from {@code 0} to {@code most}.
     *
     * @param most the largest value; {@link Integer#MAX_VALUE} if there is no limit
     */
    record Count(int most) implements FactKind {}

    /**
     * A code.
     *
     * @param values all codes that there are
     */
    record Code(Set<String> values) implements FactKind {

        public Code {
            values = Set.copyOf(new TreeSet<>(values));
        }
    }

    /**
     * A code of which others may come, such as those of banks, to which an operator may add.
     *
     * @param values the codes that the application brings; empty if it has no list of them
     */
    record OpenCode(Set<String> values) implements FactKind {

        public OpenCode {
            values = Set.copyOf(values);
        }
    }

    /**
     * A group of people in the web apps.
     *
     * @param orNone whether {@code none} is allowed too
     */
    record Group(boolean orNone) implements FactKind {}

    /** An ISO 8601 duration of days, hours, minutes and seconds, such as {@code P1DT12H}. */
    record Period() implements FactKind {}

    /** A text that people read, in their language. */
    record Words() implements FactKind {}
}
