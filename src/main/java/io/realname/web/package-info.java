/** Shared by the typed door and the engine door: who calls, how large a body may be, what a refusal looks like. */
@ApplicationModule(allowedDependencies = {"application", "database", "protection", "refusal"})
@NullMarked
package io.realname.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
