/** Who a client app is: its secret is compared here, and guessing it is slowed down. */
@NullMarked
package io.realname.web.client;

import org.jspecify.annotations.NullMarked;
