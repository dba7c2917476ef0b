package io.realname.appeal;

import org.jspecify.annotations.Nullable;

/**
 * The applicant's statement in an appeal.
 *
 * @param text in the applicant's own words
 * @param verifyAccount whether to verify the applicant's account when the identity is released
 */
public record AppealStatement(@Nullable String text, boolean verifyAccount) {

    @Override
    public String toString() {
        return "AppealStatement[sealed]";
    }
}
