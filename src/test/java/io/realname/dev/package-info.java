/** Embedded PostgreSQL and demo data for developers. The run command keeps its database; tests delete theirs. */
@NullMarked
package io.realname.dev;

import org.jspecify.annotations.NullMarked;
