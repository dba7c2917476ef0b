package io.realname.appeal;

import org.jspecify.annotations.Nullable;

/**
 * What an applicant says.
 *
 * @param text in their own words
 * @param verifyAccount whether their account is to be verified when the identity is released
 */
public record AppealStatement(@Nullable String text, boolean verifyAccount) {

    @Override
    public String toString() {
        return "AppealStatement[sealed]";
    }
}
