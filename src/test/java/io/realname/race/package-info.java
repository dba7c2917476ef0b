/** Many do something at once, and only one may succeed. */
@NullMarked
package io.realname.race;

import org.jspecify.annotations.NullMarked;
