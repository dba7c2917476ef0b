package io.realname.desk;

import java.util.Set;
import java.util.UUID;

/**
 * What a reviewer has yet to do before a yes.
 *
 * @param unopened the evidence of which the reviewer has not opened each page; replaced evidence need not be opened
 * @param unconfirmed the people whom only a reviewer can confirm
 * @param uncompared those of them whose document the reviewer has not compared, or not found as stated
 */
record Duties(Set<UUID> unopened, Set<ReviewedPerson> unconfirmed, Set<ReviewedPerson> uncompared) {

    Duties {
        unopened = Set.copyOf(unopened);
        unconfirmed = Set.copyOf(unconfirmed);
        uncompared = Set.copyOf(uncompared);
    }
}
