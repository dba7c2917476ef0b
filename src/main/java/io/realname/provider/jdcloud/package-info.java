/** Adapter to JD Cloud's cloudauth: the small payment to a corporate account. */
@NullMarked
package io.realname.provider.jdcloud;

import org.jspecify.annotations.NullMarked;
