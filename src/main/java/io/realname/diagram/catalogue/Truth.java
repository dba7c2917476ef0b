package io.realname.diagram.catalogue;

/**
 * That a fact has a value: what is certain on one way through a diagram, because a gateway asked.
 *
 * @param fact the fact's name
 * @param value {@code true}, {@code false} or a code
 */
public record Truth(String fact, String value) {

    @Override
    public String toString() {
        return switch (value) {
            case "true" -> fact;
            case "false" -> "not " + fact;
            default -> fact + " == '" + value + "'";
        };
    }
}
