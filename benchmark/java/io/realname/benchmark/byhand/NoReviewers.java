package io.realname.benchmark.byhand;

import io.realname.appeal.AppealReason;
import io.realname.application.ApplicationKind;
import io.realname.desk.RejectionReasons;
import io.realname.review.BothLanguages;
import io.realname.review.ReasonWords;
import io.realname.review.ReviewReason;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Nobody reviews here. Other rooms of the product need the beans. */
@Profile(ByHandApplication.PROFILE)
@Component
class NoReviewers implements RejectionReasons, ReasonWords {

    @Override
    public Set<ReviewReason> of(ApplicationKind kind, @Nullable AppealReason appealReason, boolean objected) {
        return Set.of();
    }

    @Override
    public Map<ReviewReason, BothLanguages> all() {
        return Map.of();
    }
}
