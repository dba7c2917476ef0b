/** An account becomes an enterprise's: what is stated, what is needed, and which accounts are verified so. */
@ApplicationModule(
        allowedDependencies = {
            "calls",
            "account",
            "application",
            "application :: evidence",
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
