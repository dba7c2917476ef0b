package io.realname.desk;

import io.realname.appeal.Appeals;
import io.realname.appeal.Objections;
import io.realname.application.ApplicationKind;
import io.realname.application.Applications.Stated;
import io.realname.review.ReviewReason;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The reasons that the rejection of an application may have. A problem with a licence is no reason to reject an appeal. */
@Component
class ReasonsOfReviews {

    private final RejectionReasons reasons;
    private final Appeals appeals;
    private final Objections objections;

    ReasonsOfReviews(RejectionReasons reasons, Appeals appeals, Objections objections) {
        this.reasons = reasons;
        this.appeals = appeals;
        this.objections = objections;
    }

    Set<ReviewReason> of(Stated stated) {
        boolean appeal = stated.kind() == ApplicationKind.APPEAL;
        return reasons.of(
                stated.kind(), appeal ? appeals.reason(stated.id()) : null, appeal && objections.isAnyTo(stated.id()));
    }
}
