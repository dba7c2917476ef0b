/** Many at the same moment, over HTTP. */
@NullMarked
package io.realname.race;

import org.jspecify.annotations.NullMarked;
