/** Appeals: which bindings a yes releases, who holds them, what the holders say, and the release itself. */
@NullMarked
package io.realname.appeal;

import org.jspecify.annotations.NullMarked;
