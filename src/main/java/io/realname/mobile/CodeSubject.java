package io.realname.mobile;

import java.util.UUID;

/**
 * What a code is bound to.
 *
 * @param application the application it confirms
 * @param account the account whose wrong tries are counted beside the number's
 */
public record CodeSubject(UUID application, MobileCodePurpose purpose, MobileNumber mobile, String account) {}
