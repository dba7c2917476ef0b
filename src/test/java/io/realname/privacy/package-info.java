/** Personal values are looked for wherever they might have been left. */
@NullMarked
package io.realname.privacy;

import org.jspecify.annotations.NullMarked;
