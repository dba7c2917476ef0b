/** Pictures and papers that an applicant adds to an application: examined, made anew, sealed, removed in time. */
@ApplicationModule(allowedDependencies = {"protection"})
@NullMarked
package io.realname.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
