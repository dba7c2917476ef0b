package io.realname.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds details to some outcomes of one kind of application. There is one bean for each kind that has details. */
public interface OutcomeDetails {

    /** The outcomes that get details. No other bean has the same codes. */
    Set<OutcomeCode> codes();

    /** @param stated the data that the applicant stated */
    Outcome of(OutcomeCode code, @Nullable OutcomeReason reason, Applications.Stated stated);
}
