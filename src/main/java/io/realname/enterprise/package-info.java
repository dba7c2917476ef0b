/** Verifies an account as an enterprise's: the stated data, the required evidence, the verified accounts. */
@ApplicationModule(
        allowedDependencies = {
            "calls",
            "account",
            "application",
            "application :: evidence",
            "diagram :: catalogue",
            "evidence",
            "identity",
            "licence",
            "mobile",
            "payment",
            "process",
            "protection",
            "refusal",
            "review",
            "validation"
        })
@NullMarked
package io.realname.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
