/** How a node behaves while it ends, while the database is away, and while its clock is off. */
@NullMarked
package io.realname.web.availability;

import org.jspecify.annotations.NullMarked;
