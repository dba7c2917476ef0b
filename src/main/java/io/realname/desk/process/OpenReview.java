package io.realname.desk.process;

import io.realname.process.ApplicationId;
import io.realname.review.ReviewRounds;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** "Open review", when the first task is created: stores whether one or two reviewers must decide. */
@Component
class OpenReview implements TaskListener {

    private final ReviewRounds rounds;

    OpenReview(ReviewRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean byTwo = !ReviewByPeople.NO_GROUP.equals(task.getVariable(ReviewByPeople.SECOND_REVIEW_GROUP));
        rounds.open(ApplicationId.of(task), task.getProcessInstanceId(), byTwo);
    }
}
