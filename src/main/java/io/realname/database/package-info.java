/** What a step may hold of the database while it waits for others, and what no rollback may forget. */
@NullMarked
package io.realname.database;

import org.jspecify.annotations.NullMarked;
