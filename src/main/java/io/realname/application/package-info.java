/** One application = one process instance: what was asked, where it stands, what it waits for, how it ended. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "bankcard",
            "evidence",
            "identity",
            "mobile",
            "protection",
            "refusal",
            "review",
            "validation"
        })
@NullMarked
package io.realname.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
