package io.realname.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.protection.Sealer;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The drafts of reviewers, sealed: one for each task and person, so that nothing that was typed is lost with a page, a
 * session or a node. A draft is removed with its task, whether the task is decided or cancelled.
 */
@Repository
public class ReviewDrafts {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final ObjectMapper json;

    ReviewDrafts(JdbcClient jdbc, Sealer sealer, ObjectMapper json) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
    }

    /** Replaces the reviewer's draft. An empty one is removed. */
    @Transactional
    public void save(ReviewTask task, String reviewer, ReviewDraft draft) {
        if (draft.isEmpty()) {
            jdbc.sql("delete from review_draft where review = ? and step = ? and reviewer = ?")
                    .params(task.review(), task.step().name(), reviewer)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into review_draft (application, review, step, reviewer, content, saved_at)
                        select :application, :review, :step, :reviewer, :content, now()
                        where not exists (select from review_vote where review = :review and step = :step)
                        on conflict (review, step, reviewer) do update set content = excluded.content, saved_at = now()
                        """)
                .param("application", task.application())
                .param("review", task.review())
                .param("step", task.step().name())
                .param("reviewer", reviewer)
                .param("content", sealer.seal(write(draft), place(task, reviewer)))
                .update();
    }

    /** The draft of this reviewer, if there is one. */
    @Transactional(readOnly = true)
    public Optional<SavedDraft> of(ReviewTask task, String reviewer) {
        return jdbc.sql("select content, saved_at from review_draft where review = ? and step = ? and reviewer = ?")
                .params(task.review(), task.step().name(), reviewer)
                .query((row, n) -> new SavedDraft(
                        read(sealer.open(row.getBytes("content"), place(task, reviewer))),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Removes the drafts of everybody who has held the task. */
    @Transactional
    public void remove(ReviewTask task) {
        jdbc.sql("delete from review_draft where review = ? and step = ?")
                .params(task.review(), task.step().name())
                .update();
    }

    private static String place(ReviewTask task, String reviewer) {
        return "review_draft/" + task.review() + "/" + task.step() + "/" + reviewer;
    }

    private String write(ReviewDraft draft) {
        try {
            return json.writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft could not be written", e);
        }
    }

    private ReviewDraft read(String content) {
        try {
            return json.readValue(content, ReviewDraft.class);
        } catch (JsonProcessingException e) {
            // Without the cause, which would quote what was typed.
            throw new IllegalStateException("a draft could not be read");
        }
    }
}
