package io.realname.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a kind of application tells with some of its outcomes, beside the code. A bean for each kind that has something to tell. */
public interface OutcomeDetails {

    /** Those of which it tells more; no other kind tells of the same. */
    Set<OutcomeCode> codes();

    /** @param stated opened only for the outcomes that need it */
    Outcome of(OutcomeCode code, @Nullable OutcomeReason reason, Applications.Stated stated);
}
