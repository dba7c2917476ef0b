package io.realname.appeal.process;

import io.realname.appeal.ObjectionsToAppeals;
import io.realname.process.ApplicationId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Find appeal": finds the open appeal against the account, and the mobile number that gets the code. */
@Component
class FindAppeal implements JavaDelegate {

    private final ObjectionsToAppeals objections;

    FindAppeal(ObjectionsToAppeals objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ObjectToAppeal.APPEAL.note(
                execution, objections.find(ApplicationId.of(execution)).name());
    }
}
