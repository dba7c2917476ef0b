package io.realname.figures;

import org.jspecify.annotations.Nullable;

/**
 * A gauge whose values are read from the database.
 *
 * @param name in Micrometer's form; Prometheus shows it with underscores and the unit, for example
 *     {@code realname_tasks_oldest_age_seconds}
 * @param unit the base unit in the plural, for example {@code seconds}; null for a count
 */
public record FigureMeter(
        String name, String description, @Nullable String unit) {

    public FigureMeter(String name, String description) {
        this(name, description, null);
    }
}
