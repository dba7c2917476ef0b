package io.realname;

import io.realname.bankcard.InvalidBankListException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which line of which list of banks or IINs is wrong, in words that an operator can act on. */
class InvalidBankListAnalyzer extends AbstractFailureAnalyzer<InvalidBankListException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidBankListException cause) {
        return new FailureAnalysis(
                "A list of banks or card numbers is wrong:\n\n  " + cause.getMessage() + "\n",
                "Mend it; docs/configuration.md says what the lists and settings of realname.bank-card look like.",
                cause);
    }
}
