/**
 * Enterprises: licences and corporate accounts, the register of licences, the small payment, and which account is
 * verified as whose.
 */
@NullMarked
package io.realname.enterprise;

import org.jspecify.annotations.NullMarked;
