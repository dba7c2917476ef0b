package io.realname;

import io.realname.protection.WrongKeysException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator which keyset is not that of the database. */
class WrongKeysAnalyzer extends AbstractFailureAnalyzer<WrongKeysException> {

    static final String ACTION =
            "Set the keyset of this installation. To a sealing keyset keys may be added, none may be"
                    + " taken away. docs/operations.md describes how keys are kept and changed.";

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongKeysException cause) {
        return new FailureAnalysis(cause.getMessage() + ". Nothing was read or written with it.", ACTION, cause);
    }
}
