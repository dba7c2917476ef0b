/** Reads strictly what a client sends, and names what is wrong with it, never the value. */
@ApplicationModule(allowedDependencies = {"validation"})
@NullMarked
package io.realname.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
