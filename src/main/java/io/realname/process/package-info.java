/** What the steps of all diagrams share: facts, inputs of clients, the end of an application. */
@ApplicationModule(
        allowedDependencies = {
            "application",
            "application :: evidence",
            "bankcard",
            "calls",
            "database",
            "diagram",
            "diagram :: catalogue",
            "diagram :: model",
            "identity",
            "mobile",
            "figures",
            "refusal",
            "tracing",
            "validation",
            "web"
        })
@NullMarked
package io.realname.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
