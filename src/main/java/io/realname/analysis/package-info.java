/**
 * What analysts see: each version of the diagrams and tables, how applications went through them, where they wait, and
 * how those that are under way get a new version.
 */
@ApplicationModule(
        allowedDependencies = {
            "application",
            "diagram :: flow",
            "process :: deployment",
            "process :: engine",
            "process :: history",
            "refusal"
        })
@NullMarked
package io.realname.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
