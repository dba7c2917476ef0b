/** The people who work in the web apps: who they are at the organisation's identity provider, and which groups that gives. */
@ApplicationModule(allowedDependencies = {"process :: engine", "protection", "web"})
@NullMarked
package io.realname.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
