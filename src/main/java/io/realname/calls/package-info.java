/** Calls to providers: the possible answers, and how a billed call is made at most once. */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package io.realname.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
