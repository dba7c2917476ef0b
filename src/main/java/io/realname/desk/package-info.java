/** What reviewers see of an application, and which decisions they may make. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "appeal",
            "application",
            "application :: evidence",
            "enterprise",
            "diagram :: catalogue",
            "evidence",
            "evidence :: file",
            "identity",
            "licence",
            "mobile",
            "figures",
            "payment",
            "process",
            "process :: engine",
            "protection",
            "refusal",
            "review",
            "validation",
            "web"
        })
@NullMarked
package io.realname.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
