/** What both doors share: who calls, how much may be sent, how a refusal is told. */
@ApplicationModule(allowedDependencies = {"application", "protection", "refusal"})
@NullMarked
package io.realname.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
