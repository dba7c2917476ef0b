/** Calls to providers: what may come back, and how one that is billed is made at most once. */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package io.realname.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
