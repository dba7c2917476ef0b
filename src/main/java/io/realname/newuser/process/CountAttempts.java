package io.realname.newuser.process;

import io.realname.process.ApplicationId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Count attempts": counts the attempts, so that the next decision table can decide whether to ask for another card.
 */
@Component
class CountAttempts implements JavaDelegate {

    private final CardFacts cardFacts;

    CountAttempts(CardFacts cardFacts) {
        this.cardFacts = cardFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cardFacts.noteAttempts(execution, ApplicationId.of(execution), null);
    }
}
