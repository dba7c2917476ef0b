package io.realname.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import io.realname.review.ReviewStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a reviewer needs, on one screen. Persons' names and numbers and other people's accounts are masked.
 *
 * @param enterprise what an enterprise stated; only in enterprise applications
 * @param holders the accounts that hold the identity now; an approval would release their bindings
 * @param votes in the order in which they were cast
 * @param reasons the reasons that a rejection may have
 * @param decisions the decisions that the reviewer may take
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReviewView(
        ReviewedApplication application,
        Applicant applicant,
        @Nullable Enterprise enterprise,
        List<Holder> holders,
        List<Evidence> evidence,
        List<CastVote> votes,
        List<Objection> objections,
        List<EarlierAppeal> earlierAppeals,
        List<ReviewReason> reasons,
        List<ReviewDecision> decisions) {

    public ReviewView {
        holders = List.copyOf(holders);
        evidence = List.copyOf(evidence);
        votes = List.copyOf(votes);
        objections = List.copyOf(objections);
        earlierAppeals = List.copyOf(earlierAppeals);
        reasons = List.copyOf(reasons);
        decisions = List.copyOf(decisions);
    }

    /**
     * What the application is about; no personal data.
     *
     * @param kind {@code APPEAL}, {@code NEW_USER} or {@code ENTERPRISE}
     * @param reason of an appeal: {@code NEVER_VERIFIED} or {@code NOT_MY_OPERATION}
     * @param round the number of this review of the application, from 1
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ReviewedApplication(
            UUID id, String kind, @Nullable String reason, String site, Instant filedAt, int round, ReviewStep step) {}

    /**
     * @param issuingCountry the country that issued a passport
     * @param numberUnderTwoCountries whether the passport's number is bound, or used in an open application, under
     *     another country
     * @param verifyAccount whether to verify the account when the identity is released
     * @param statement in the applicant's own words
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Applicant(
            String account,
            String realName,
            String documentType,
            @Nullable IssuingCountry issuingCountry,
            String documentNumber,
            boolean numberUnderTwoCountries,
            @Nullable String mobile,
            @Nullable String statement,
            boolean verifyAccount) {}

    /**
     * An enterprise. The applicant is the person who acts for it.
     *
     * @param licenceNumberConfirmed whether the check character is wrong and the applicant has confirmed the number
     * @param legalPersonActs whether the applicant is the legal person
     * @param upgrade whether the application upgrades the account's personal verification
     * @param register the answer of the register of licences
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Enterprise(
            String type,
            String licenceType,
            String licenceNumber,
            boolean licenceNumberConfirmed,
            String name,
            String legalPersonName,
            String legalPersonDocumentType,
            @Nullable IssuingCountry legalPersonIssuingCountry,
            String legalPersonDocumentNumber,
            boolean legalPersonActs,
            String corporateAccount,
            String bank,
            String branch,
            String contactEmail,
            boolean upgrade,
            Register register) {}

    /**
     * The answer of the register of licences.
     *
     * @param result {@code CONSISTENT}, {@code INCONSISTENT}, {@code NOT_ASKED} or {@code ANSWER_LOST}
     * @param differing the fields that differ from what the enterprise stated
     */
    public record Register(String result, List<String> differing) {

        public Register {
            differing = List.copyOf(differing);
        }
    }

    /** @param openBusiness kinds of business that the account has open, such as {@code LOAN} */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Holder(
            String account,
            String site,
            String realName,
            String documentType,
            String documentNumber,
            @Nullable String mobile,
            String method,
            Instant verifiedAt,
            List<String> openBusiness,
            Matches matches) {

        public Holder {
            openBusiness = List.copyOf(openBusiness);
        }
    }

    /** Which data of the applicant equal the holder's. The comparison uses the unmasked values. */
    public record Matches(boolean realName, boolean documentNumber, boolean mobile) {}

    /**
     * @param pages the number of pictures; more than one for a PDF of several pages
     * @param superseded whether the applicant sent other evidence of the same kind later
     */
    public record Evidence(UUID id, String kind, int pages, Instant addedAt, boolean superseded) {}

    /** @param round the number of the review of the application, from 1 */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CastVote(
            int round,
            ReviewStep step,
            String reviewer,
            ReviewDecision decision,
            @Nullable ReviewReason reason,
            @Nullable String note,
            @Nullable String answer,
            Instant at) {}

    /** What a holder says against the appeal. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Objection(String account, @Nullable String statement, Instant at) {}

    /** An appeal about the same identity that has ended. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record EarlierAppeal(
            UUID id,
            Instant filedAt,
            String reason,
            String outcome,
            @Nullable String outcomeReason) {}
}
