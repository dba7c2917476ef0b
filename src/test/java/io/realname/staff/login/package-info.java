/** The login at an identity provider, in parts. */
@NullMarked
package io.realname.staff.login;

import org.jspecify.annotations.NullMarked;
