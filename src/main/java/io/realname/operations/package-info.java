/**
 * What operators look up: an application by what support knows of it, what was sent, and what was billed. Also where a
 * second person approves what an analyst has deployed.
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "desk",
            "diagram :: flow",
            "diagram :: model",
            "enterprise",
            "payment",
            "process :: deployment",
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
