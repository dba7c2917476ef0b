package io.realname.review;

import io.realname.evidence.EvidenceKind;
import io.realname.protection.Sealer;
import java.sql.Array;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The votes of reviewers. A review has at most one vote of each person, and at most one vote in each step. Two unique
 * indexes enforce this: the database refuses a second vote even if the program has an error. What reviewers write is
 * sealed, because it is about people.
 */
@Repository
public class Votes {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Votes(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * Casts a vote.
     *
     * @param review the id of a review of the application
     * @return false if the person has already voted in this review, or somebody has voted in this step
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cast(UUID application, String review, ReviewStep step, Voter voter, Ballot ballot) {
        UUID id = UUID.randomUUID();
        return jdbc.sql("""
                        insert into review_vote (id, application, review, step, reviewer, decision, reason, note, answer,
                                                 missing, voted_for, voted_at)
                        values (:id, :application, :review, :step, :reviewer, :decision, :reason, :note, :answer,
                                :missing, :votedFor, now())
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("application", application)
                        .param("review", review)
                        .param("step", step.name())
                        .param("reviewer", voter.reviewer())
                        .param("votedFor", voter.group())
                        .param("decision", ballot.decision().name())
                        .param(
                                "reason",
                                ballot.reason() == null ? null : ballot.reason().name(),
                                java.sql.Types.VARCHAR)
                        .param(
                                "missing",
                                ballot.missing().stream().map(Enum::name).toArray(String[]::new),
                                java.sql.Types.ARRAY)
                        .param("note", seal(ballot.note(), "note", id), java.sql.Types.BINARY)
                        .param("answer", seal(ballot.answer(), "answer", id), java.sql.Types.BINARY)
                        .update()
                == 1;
    }

    public boolean hasVoted(String review, String reviewer) {
        return jdbc.sql("select exists (select from review_vote where review = ? and reviewer = ?)")
                .params(review, reviewer)
                .query(Boolean.class)
                .single();
    }

    /** The reviewer who asked for more evidence, if that was the last vote on the application. */
    public Optional<Voter> whoAskedLast(UUID application) {
        return jdbc.sql("""
                        select reviewer, voted_for from (
                            select reviewer, voted_for, decision from review_vote where application = ? order by voted_at desc limit 1
                        ) last where decision = 'ASK'
                        """)
                .param(application)
                .query((row, n) -> new Voter(row.getString("reviewer"), row.getString("voted_for")))
                .optional();
    }

    /** The last vote on the application, if it asks for more evidence. */
    public Optional<Vote> lastRequest(UUID application) {
        return last(application).filter(vote -> vote.ballot().decision() == ReviewDecision.ASK);
    }

    /** The number of the review of this application, from 1. A review without votes is the latest one. */
    public int roundOf(UUID application, String review) {
        return 1
                + jdbc.sql("select count(distinct review) from review_vote where application = ? and review <> ?")
                        .params(application, review)
                        .query(Integer.class)
                        .single();
    }

    /** How many reviews of the application have votes. */
    public int rounds(UUID application) {
        return jdbc.sql("select count(distinct review) from review_vote where application = ?")
                .param(application)
                .query(Integer.class)
                .single();
    }

    /** The answer to the applicant in the last vote. */
    public Optional<String> lastAnswer(UUID application) {
        return last(application).map(vote -> vote.ballot().answer());
    }

    private Optional<Vote> last(UUID application) {
        List<Vote> votes = of(application);
        return votes.isEmpty() ? Optional.empty() : Optional.of(votes.get(votes.size() - 1));
    }

    /** All votes, in the order in which they were cast. */
    public List<Vote> of(UUID application) {
        return jdbc.sql("""
                        select id, review, step, reviewer, decision, reason, note, answer, missing, voted_at,
                               dense_rank() over (order by first_of_review) as round
                        from (select *, min(voted_at) over (partition by review) as first_of_review
                              from review_vote where application = ?) votes
                        order by voted_at
                        """)
                .param(application)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    String reason = row.getString("reason");
                    return new Vote(
                            row.getString("review"),
                            row.getInt("round"),
                            ReviewStep.valueOf(row.getString("step")),
                            row.getString("reviewer"),
                            new Ballot(
                                    ReviewDecision.valueOf(row.getString("decision")),
                                    reason == null ? null : ReviewReason.valueOf(reason),
                                    open(row.getBytes("note"), "note", id),
                                    open(row.getBytes("answer"), "answer", id),
                                    kinds(row.getArray("missing"))),
                            row.getObject("voted_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static Set<EvidenceKind> kinds(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(EvidenceKind::valueOf).collect(Collectors.toSet());
    }

    private byte @Nullable [] seal(@Nullable String text, String column, UUID id) {
        return text == null ? null : sealer.seal(text, place(column, id));
    }

    private @Nullable String open(byte @Nullable [] sealed, String column, UUID id) {
        return sealed == null ? null : sealer.open(sealed, place(column, id));
    }

    private static String place(String column, UUID id) {
        return "review_vote/" + column + "/" + id;
    }
}
