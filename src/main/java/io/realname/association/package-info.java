/** Gives an account the verification of another account of the same person. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "diagram :: catalogue",
            "identity",
            "mobile",
            "process",
            "protection",
            "refusal"
        })
@NullMarked
package io.realname.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
