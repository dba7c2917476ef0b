/** Adapters to the outside, each in a package of its own, and what they have in common. */
@ApplicationModule(allowedDependencies = {"bankcard", "calls", "evidence", "licence", "mobile", "payment"})
@NullMarked
package io.realname.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
