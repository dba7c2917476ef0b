/** Searches for personal values in all places where the app might have left them. */
@NullMarked
package io.realname.privacy;

import org.jspecify.annotations.NullMarked;
