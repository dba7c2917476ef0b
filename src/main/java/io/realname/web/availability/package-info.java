/** How a node answers while it ends, and while the database is away. */
@NullMarked
package io.realname.web.availability;

import org.jspecify.annotations.NullMarked;
