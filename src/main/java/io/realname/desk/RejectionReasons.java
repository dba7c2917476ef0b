package io.realname.desk;

import io.realname.appeal.AppealReason;
import io.realname.application.ApplicationKind;
import io.realname.review.ReviewReason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which reasons a rejection may have. */
public interface RejectionReasons {

    /**
     * @param appealReason of appeals only
     * @param objected whether a holder has objected to the appeal
     * @return in the order in which the form offers them
     */
    Set<ReviewReason> of(ApplicationKind kind, @Nullable AppealReason appealReason, boolean objected);
}
