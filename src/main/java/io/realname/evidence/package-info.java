/**
 * Pictures and PDFs that an applicant adds to an application. The app examines, rewrites and seals them, and removes
 * them after the retention period.
 */
@ApplicationModule(allowedDependencies = {"protection"})
@NullMarked
package io.realname.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
