/** Verifies a person for the first time: by the bank, or by reviewers who look at the document. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "application :: evidence",
            "bankcard",
            "diagram :: catalogue",
            "evidence",
            "identity",
            "mobile",
            "process",
            "protection",
            "refusal",
            "review",
            "validation"
        })
@NullMarked
package io.realname.newuser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
