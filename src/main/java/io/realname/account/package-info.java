/** The accounts of the group's sites, as the platform's account service reports them. */
@ApplicationModule(allowedDependencies = {"mobile", "protection", "validation"})
@NullMarked
package io.realname.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
