/** What operators see of the business: metrics that are read from the database, and a line in the log for each application. */
@ApplicationModule(allowedDependencies = {"application", "evidence"})
@NullMarked
package io.realname.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
