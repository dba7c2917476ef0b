/** Corporate bank accounts: the small payment to one, and the amount that the applicant states. */
@ApplicationModule(allowedDependencies = {"calls", "database", "licence", "protection", "validation"})
@NullMarked
package io.realname.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
