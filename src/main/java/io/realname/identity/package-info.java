/** Who a person is: documents, names, and which account an identity is bound to. */
@ApplicationModule(allowedDependencies = {"account", "protection", "validation"})
@NullMarked
package io.realname.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
