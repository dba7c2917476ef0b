/** The login of staff at the organisation's identity provider, by Spring Security's OAuth 2 login. */
@NullMarked
package io.realname.staff.login;

import org.jspecify.annotations.NullMarked;
