/** Bank cards: numbers, issuers, and the billed check that a card belongs to a person. */
@ApplicationModule(allowedDependencies = {"calls", "database", "mobile", "protection", "validation"})
@NullMarked
package io.realname.bankcard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
