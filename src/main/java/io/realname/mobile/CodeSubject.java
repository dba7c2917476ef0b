package io.realname.mobile;

import java.util.UUID;

/**
 * What a code is bound to.
 *
 * @param application the application that the code confirms
 * @param account the account for which wrong tries are counted, in addition to the number
 */
public record CodeSubject(UUID application, MobileCodePurpose purpose, MobileNumber mobile, String account) {}
