/**
 * Releases an identity from the account that holds it: appeals, notices to the holders, their objections, the release.
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "application :: evidence",
            "database",
            "diagram :: catalogue",
            "evidence",
            "identity",
            "mobile",
            "process",
            "process :: evidence",
            "protection",
            "refusal",
            "review"
        })
@NullMarked
package io.realname.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
