/** The accounts of the group's sites, as the platform's account service makes them known. */
@NullMarked
package io.realname.account;

import org.jspecify.annotations.NullMarked;
