/** Requests that nobody would send on purpose, by the thousand. */
@NullMarked
package io.realname.fuzz;

import org.jspecify.annotations.NullMarked;
