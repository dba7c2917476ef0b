package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.Nearest;
import java.util.TreeSet;

/** Words about a group of people that does not exist. */
public final class Groups {

    public static final String ADVICE =
            "Write a group that exists. An administrator can make a new one, with the grants of appeal-review.";

    private Groups() {}

    public static String unknown(String group, Catalogue catalogue) {
        return "there is no group " + group + ", so nobody would see the task."
                + Nearest.suggestion(group, catalogue.groups()) + " The groups are "
                + String.join(", ", new TreeSet<>(catalogue.groups())) + ".";
    }
}
