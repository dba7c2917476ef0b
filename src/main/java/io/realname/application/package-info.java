/**
 * Applications, each with one process instance: the stated data, the status, the action that the applicant has to do,
 * the outcome.
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "bankcard",
            "database",
            "evidence",
            "identity",
            "mobile",
            "protection",
            "refusal",
            "review",
            "tracing",
            "validation"
        })
@NullMarked
package io.realname.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
