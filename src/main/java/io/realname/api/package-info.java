/** The typed door: REST under /api/v1, problem details, idempotency, languages. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "appeal",
            "application",
            "application :: evidence",
            "bankcard",
            "database",
            "enterprise",
            "evidence",
            "evidence :: file",
            "identity",
            "licence",
            "mobile",
            "protection",
            "refusal",
            "review",
            "validation",
            "web"
        })
@NullMarked
package io.realname.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
