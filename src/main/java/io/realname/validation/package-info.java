/** What is wrong with a value from outside, said by a code that a client can act on and never by the value itself. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.realname.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
