package io.realname.desk.process;

import io.realname.desk.ReviewDrafts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** "Remove drafts", when a task is cancelled: nobody needs any more what was typed and not sent. */
@Component
class RemoveDrafts implements TaskListener {

    private final ReviewDrafts drafts;

    RemoveDrafts(ReviewDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateTask task) {
        drafts.remove(ReviewByPeople.reviewOf(task));
    }
}
