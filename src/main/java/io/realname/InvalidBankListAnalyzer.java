package io.realname;

import io.realname.bankcard.InvalidBankListException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator which line of which list of banks or IINs is wrong, and what to do. */
class InvalidBankListAnalyzer extends AbstractFailureAnalyzer<InvalidBankListException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidBankListException cause) {
        return new FailureAnalysis(
                "A list of banks or card numbers is wrong:\n\n  " + cause.getMessage() + "\n",
                "Correct it. docs/configuration.md describes the lists and settings of realname.bank-card.",
                cause);
    }
}
