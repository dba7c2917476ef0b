/**
 * Protects stored personal data by sealing (AEAD) and by blind indexes (keyed hashes). Keeps the audit trail of what
 * happened.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package io.realname.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
