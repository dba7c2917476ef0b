package io.realname.desk;

import java.util.Set;
import java.util.UUID;

/**
 * What a reviewer has yet to do before a yes.
 *
 * @param unopened the evidence of which the reviewer has not opened each page; replaced evidence need not be opened
 * @param uncompared the people whose document the reviewer has not compared, or not found as stated
 */
record Duties(Set<UUID> unopened, Set<ReviewedPerson> uncompared) {

    Duties {
        unopened = Set.copyOf(unopened);
        uncompared = Set.copyOf(uncompared);
    }
}
