/** What a client sent is read strictly; what is wrong with it is named, never with its value. */
@ApplicationModule(allowedDependencies = {"validation"})
@NullMarked
package io.realname.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
