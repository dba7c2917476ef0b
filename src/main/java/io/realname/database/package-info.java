/** What a step may hold of the database while it waits for others, and what no rollback may forget. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.realname.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
