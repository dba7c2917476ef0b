/** Keeps personal data unreadable at rest: sealing (AEAD) and blind indexes (keyed hashes); and the trail of what happened. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.realname.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
