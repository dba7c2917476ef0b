/**
 * The rules of sound diagrams and tables, for those who draw them and for those who deploy them. Knows the models as
 * files, not the engine that runs them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.realname.diagram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
