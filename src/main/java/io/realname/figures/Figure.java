package io.realname.figures;

import io.micrometer.core.instrument.Tags;

/**
 * One number that was read from the database.
 *
 * @param meter what the number is
 * @param tags steps, kinds and states; never a personal value, never an id
 */
public record Figure(FigureMeter meter, Tags tags, double value) {

    public Figure(FigureMeter meter, double value) {
        this(meter, Tags.empty(), value);
    }
}
