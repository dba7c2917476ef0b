/** A person whom the platform does not know yet is verified: by the bank, or by people who look at the document. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "application :: evidence",
            "bankcard",
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
