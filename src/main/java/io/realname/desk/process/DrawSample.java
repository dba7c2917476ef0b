package io.realname.desk.process;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Draw sample": draws whether a case that one person has approved goes to a second person, who does not know it. The
 * share of such cases is a column of the routing table.
 */
@Component
class DrawSample implements JavaDelegate {

    private static final int PERCENT = 100;

    /** Nobody can tell which case will be drawn. */
    private final RandomGenerator random = new SecureRandom();

    @Override
    public void execute(DelegateExecution execution) {
        ReviewByPeople.IN_SAMPLE.note(execution, isDrawn(ReviewByPeople.SAMPLE_SHARE.of(execution), random));
    }

    /** @param share in percent */
    static boolean isDrawn(int share, RandomGenerator random) {
        return random.nextInt(PERCENT) < share;
    }
}
