/** Checks values from outside. An error is a code that a client can act on; it never contains the value. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.realname.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
