/**
 * Transactions and connections: a step holds no connection while it waits for a provider, and some data stays stored
 * after a rollback.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.realname.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
