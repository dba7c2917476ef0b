package io.realname.desk.process;

import io.realname.desk.ReviewFile;
import io.realname.desk.ReviewView.ReviewedApplication;
import io.realname.review.ReviewStep;
import io.realname.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * "Name task", when a task is created: names it by what the application is about, in both languages, so that the tasks in
 * a list can be told apart and found. The name has no personal data.
 */
@Component
class NameTask implements TaskListener {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final ReviewFile file;
    private final Words words;

    NameTask(ReviewFile file, Words words) {
        this.file = file;
        this.words = words;
    }

    @Override
    public void notify(DelegateTask task) {
        ReviewedApplication application = file.summary(ReviewByPeople.reviewOf(task));
        List<String> parts = new ArrayList<>();
        parts.add(inBothLanguages(
                "task." + application.kind() + (application.reason() == null ? "" : "." + application.reason())));
        parts.add(application.site());
        parts.add(application.caseNumber());
        if (application.step() == ReviewStep.SECOND) {
            parts.add(inBothLanguages("task.SECOND"));
        }
        if (application.round() > 1) {
            parts.add(inBothLanguages("task.round", application.round()));
        }
        task.setName(String.join(" · ", parts));
    }

    private String inBothLanguages(String key, Object... arguments) {
        return String.join(
                " ",
                LANGUAGES.stream()
                        .map(language -> words.of(key, language, arguments))
                        .toList());
    }
}
