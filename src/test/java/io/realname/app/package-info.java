/** The running app in tests. */
@NullMarked
package io.realname.app;

import org.jspecify.annotations.NullMarked;
