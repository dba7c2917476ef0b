/** Business licences: their numbers, the names on them, and the billed check against the register. */
@ApplicationModule(allowedDependencies = {"calls", "database", "validation"})
@NullMarked
package io.realname.licence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
