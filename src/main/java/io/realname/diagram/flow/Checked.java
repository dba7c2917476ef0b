package io.realname.diagram.flow;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.model.Models;

/**
 * What the rules look at.
 *
 * @param models what is to be deployed
 * @param catalogue what the application offers
 * @param courses what is known at each place of the diagrams
 */
public record Checked(Models models, Catalogue catalogue, Courses courses) {

    public static Checked of(Models models, Catalogue catalogue) {
        return new Checked(models, catalogue, new Courses(models, catalogue));
    }

    public Names names() {
        return courses.names();
    }
}
