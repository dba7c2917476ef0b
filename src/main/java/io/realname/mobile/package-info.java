/** Mobile numbers and the codes that prove that a number is the applicant's. */
@ApplicationModule(allowedDependencies = {"database", "protection", "validation"})
@NullMarked
package io.realname.mobile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
