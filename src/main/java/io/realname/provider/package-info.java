/** Adapters to external providers, each in its own package, and the code that they share. */
@ApplicationModule(allowedDependencies = {"bankcard", "calls", "evidence", "licence", "mobile", "payment", "tracing"})
@NullMarked
package io.realname.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
