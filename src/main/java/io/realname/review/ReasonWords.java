package io.realname.review;

import java.util.Map;

/** The words for the reasons of reviewers, which complete the sentence "The document was rejected: …". */
public interface ReasonWords {

    /** In the order in which reviewers are offered them; a reason that is not offered any more may have no words. */
    Map<ReviewReason, BothLanguages> all();
}
