package io.realname.process;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test: what an earlier one did to the providers is over, and the people who review are at work. */
final class ReadyToRun implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        ApplicationContext app = SpringExtension.getApplicationContext(test);
        app.getBean(ProcessRuns.class).refresh();
        app.getBean(Reviewers.class).comeToWork();
    }
}
