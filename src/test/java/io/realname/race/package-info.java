/** Many at once, where only one may win. */
@NullMarked
package io.realname.race;

import org.jspecify.annotations.NullMarked;
