/** Reviews by people: who voted how in which review. */
@ApplicationModule(allowedDependencies = {"evidence", "protection", "validation"})
@NullMarked
package io.realname.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
