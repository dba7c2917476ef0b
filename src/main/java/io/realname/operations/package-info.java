/** What operators look up: an application by what support knows of it, what was sent, and what was billed. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "desk",
            "enterprise",
            "payment",
            "process :: engine",
            "process :: history",
            "protection",
            "refusal",
            "validation"
        })
@NullMarked
package io.realname.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
