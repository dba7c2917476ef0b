package io.realname.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import io.realname.review.ReviewStep;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers have decided in the last 30 days. Codes and counts only, nothing personal of an applicant. */
@Repository
public class DecidedReviews {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    DecidedReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reviewer's own votes, the latest first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Decided> of(String reviewer) {
        return jdbc.sql("""
                        select v.application, a.kind, a.site, v.step, v.decision, v.reason, v.voted_at, a.outcome
                        from review_vote v join application a on a.id = v.application
                        where v.reviewer = ? and v.voted_at > now() - interval '30 days'
                        order by v.voted_at desc limit ?
                        """)
                .params(reviewer, MOST)
                .query((row, n) -> {
                    String reason = row.getString("reason");
                    return new Decided(
                            CaseNumber.of(row.getObject("application", UUID.class))
                                    .value(),
                            row.getString("kind"),
                            row.getString("site"),
                            ReviewStep.valueOf(row.getString("step")),
                            ReviewDecision.valueOf(row.getString("decision")),
                            reason == null ? null : ReviewReason.valueOf(reason),
                            row.getObject("voted_at", OffsetDateTime.class).toInstant(),
                            row.getString("outcome"));
                })
                .list();
    }

    /** The figures of everybody who voted, by login. */
    @Transactional(readOnly = true)
    public List<Figures> team() {
        return jdbc.sql("""
                        select v.reviewer, count(*) as decisions,
                               count(*) filter (where v.decision = 'APPROVE') as approved,
                               count(*) filter (where v.decision = 'REJECT') as rejected,
                               count(*) filter (where v.decision = 'ASK') as asked,
                               count(*) filter (where exists (
                                   select from review_vote o
                                   where o.review = v.review and o.reviewer <> v.reviewer and o.decision <> v.decision)) as disagreed,
                               count(*) filter (where v.step = 'FIRST' and exists (
                                   select from review_vote s where s.review = v.review and s.step = 'SAMPLE')) as sampled,
                               count(*) filter (where v.step = 'FIRST' and exists (
                                   select from review_vote s
                                   where s.review = v.review and s.step = 'SAMPLE' and s.decision <> v.decision)) as sample_disagreed,
                               percentile_cont(0.5) within group (
                                   order by extract(epoch from v.voted_at - r.opened_at)) as median
                        from review_vote v left join review r on r.id = v.review
                        where v.voted_at > now() - interval '30 days'
                        group by v.reviewer order by v.reviewer
                        """)
                .query((row, n) -> new Figures(
                        row.getString("reviewer"),
                        row.getInt("decisions"),
                        row.getInt("approved"),
                        row.getInt("rejected"),
                        row.getInt("asked"),
                        row.getInt("disagreed"),
                        row.getInt("sampled"),
                        row.getInt("sample_disagreed"),
                        row.getLong("median")))
                .list();
    }

    /** @param outcome of the application, once it has ended */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Decided(
            String caseNumber,
            String kind,
            String site,
            ReviewStep step,
            ReviewDecision decision,
            @Nullable ReviewReason reason,
            Instant at,
            @Nullable String outcome) {}

    /**
     * @param disagreed reviews in which the other person decided otherwise
     * @param sampled first decisions that a second person has decided too, as a case of the quality sample
     * @param sampleDisagreed those of them that the second person decided otherwise
     * @param medianSeconds from the beginning of the review to the vote, with the time in which nobody had claimed it
     */
    public record Figures(
            String reviewer,
            int decisions,
            int approved,
            int rejected,
            int asked,
            int disagreed,
            int sampled,
            int sampleDisagreed,
            long medianSeconds) {}
}
