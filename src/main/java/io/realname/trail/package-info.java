/** Compares the tables with the audit trail: each night, and by the operator's command. */
@ApplicationModule(allowedDependencies = {"application", "database", "enterprise", "identity", "figures", "protection"})
@NullMarked
package io.realname.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
