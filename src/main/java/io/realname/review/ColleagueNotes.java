package io.realname.review;

import io.realname.protection.Sealer;
import io.realname.review.ColleagueNote.Kind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notes of reviewers to each other. What they write is sealed, because it is about people. */
@Repository
public class ColleagueNotes {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    ColleagueNotes(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            UUID application, String review, ReviewStep step, Kind kind, String author, String addressee, String text) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into review_note (id, application, review, step, kind, author, addressee, content, written_at)
                        values (:id, :application, :review, :step, :kind, :author, :addressee, :content, now())
                        """)
                .param("id", id)
                .param("application", application)
                .param("review", review)
                .param("step", step.name())
                .param("kind", kind.name())
                .param("author", author)
                .param("addressee", addressee)
                .param("content", sealer.seal(text, place(id)))
                .update();
    }

    /** All notes about the application, in the order in which they were written. */
    public List<ColleagueNote> of(UUID application) {
        return jdbc.sql("""
                        select id, review, step, kind, author, addressee, content, written_at
                        from review_note where application = ? order by written_at
                        """)
                .param(application)
                .query((row, n) -> new ColleagueNote(
                        row.getString("review"),
                        ReviewStep.valueOf(row.getString("step")),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("author"),
                        row.getString("addressee"),
                        sealer.open(row.getBytes("content"), place(row.getObject("id", UUID.class))),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether the person has written or received a note in this review before a case of the sample was theirs. */
    public boolean isInvolved(UUID application, String review, String person) {
        return jdbc.sql("""
                        select exists (select from review_note
                                       where application = :application and review = :review and step <> 'SAMPLE'
                                         and :person in (author, addressee))
                        """)
                .param("application", application)
                .param("review", review)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    private static String place(UUID id) {
        return "review_note/content/" + id;
    }
}
