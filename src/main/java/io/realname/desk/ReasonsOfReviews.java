package io.realname.desk;

import io.realname.application.ApplicationKind;
import io.realname.review.ReviewReason;
import java.util.EnumSet;
import java.util.Set;

/**
 * The reasons that a rejection may have, for each kind of application. A problem with a licence is no reason to reject
 * an appeal.
 */
public final class ReasonsOfReviews {

    private static final Set<ReviewReason> OF_ENTERPRISES = EnumSet.of(
            ReviewReason.DOCUMENT_UNREADABLE,
            ReviewReason.DOCUMENT_NOT_VALID,
            ReviewReason.PERSON_NOT_THE_SAME,
            ReviewReason.LICENCE_NOT_VALID,
            ReviewReason.LICENCE_DATA_DIFFER,
            ReviewReason.POWER_OF_ATTORNEY_NOT_VALID,
            ReviewReason.OTHER);

    private static final Set<ReviewReason> OF_PERSONS = EnumSet.complementOf(EnumSet.of(
            ReviewReason.LICENCE_NOT_VALID,
            ReviewReason.LICENCE_DATA_DIFFER,
            ReviewReason.POWER_OF_ATTORNEY_NOT_VALID));

    private ReasonsOfReviews() {}

    /** In the order in which the form offers them. */
    public static Set<ReviewReason> of(ApplicationKind kind) {
        return EnumSet.copyOf(kind == ApplicationKind.ENTERPRISE ? OF_ENTERPRISES : OF_PERSONS);
    }
}
