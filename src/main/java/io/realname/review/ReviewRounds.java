package io.realname.review;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews of an application, and the result of their votes. The result depends on the stored votes only, not on the
 * diagram.
 */
@Repository
public class ReviewRounds {

    private final JdbcClient jdbc;

    ReviewRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores that a review begins.
     *
     * @param review the id of this review of the application
     * @param byTwo whether a second person must agree
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID application, String review, boolean byTwo) {
        jdbc.sql("insert into review (id, application, by_two, opened_at) values (?, ?, ?, now())")
                .params(review, application, byTwo)
                .update();
    }

    /**
     * Whether everybody who voted in the latest review approved, and enough people voted. A review that began before
     * this table existed is found by its votes.
     *
     * @param byTwo whether two people are required even if the review requires one
     */
    public boolean isApproved(UUID application, boolean byTwo) {
        return jdbc.sql("""
                        with latest as (
                            select id, by_two, opened_at from review where application = :application
                            union all
                            select v.review, bool_or(v.step = 'SECOND'), min(v.voted_at) from review_vote v
                            where v.application = :application and not exists (select from review r where r.id = v.review)
                            group by v.review
                            order by opened_at desc limit 1
                        )
                        select count(distinct v.reviewer) >= case when l.by_two or :byTwo then 2 else 1 end
                               and bool_and(v.decision = 'APPROVE')
                        from latest l join review_vote v on v.review = l.id and v.application = :application
                        group by l.id, l.by_two
                        """)
                .param("application", application)
                .param("byTwo", byTwo)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
