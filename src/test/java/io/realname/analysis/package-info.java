/** What analysts see of versions and figures, and what moves to another version. */
@NullMarked
package io.realname.analysis;

import org.jspecify.annotations.NullMarked;
