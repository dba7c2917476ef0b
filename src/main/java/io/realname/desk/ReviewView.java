package io.realname.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.review.BothLanguages;
import io.realname.review.ColleagueNote;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import io.realname.review.ReviewStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the reviewer who holds the task needs, on one screen. What was stated of a person's name, birth date and country
 * is shown in full, because only the reviewer compares it with the document. Numbers, and the data of accounts that hold
 * the identity, are masked.
 *
 * @param enterprise what an enterprise stated; only in enterprise applications
 * @param holders the accounts that hold the identity now; an approval would release their bindings
 * @param votes in the order in which they were cast
 * @param notes of reviewers to each other, in the order in which they were written
 * @param reasons the reasons that a rejection may have
 * @param reasonWords the words for these reasons, and for those of earlier votes
 * @param decisions the decisions that the reviewer may take
 * @param missing the kinds of evidence that the reviewer may ask for, by their part names
 * @param comparisons the people whose document the reviewer may compare
 * @param draft what the reviewer has typed and not sent yet
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReviewView(
        ReviewedApplication application,
        Applicant applicant,
        @Nullable Enterprise enterprise,
        List<Holder> holders,
        List<Evidence> evidence,
        List<CastVote> votes,
        List<Note> notes,
        List<Objection> objections,
        List<EarlierAppeal> earlierAppeals,
        List<ReviewReason> reasons,
        Map<ReviewReason, BothLanguages> reasonWords,
        List<ReviewDecision> decisions,
        List<String> missing,
        List<Comparison> comparisons,
        @Nullable SavedDraft draft) {

    public ReviewView {
        holders = List.copyOf(holders);
        evidence = List.copyOf(evidence);
        votes = List.copyOf(votes);
        notes = List.copyOf(notes);
        objections = List.copyOf(objections);
        earlierAppeals = List.copyOf(earlierAppeals);
        reasons = List.copyOf(reasons);
        reasonWords = Map.copyOf(reasonWords);
        decisions = List.copyOf(decisions);
        missing = List.copyOf(missing);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * What the application is about; no personal data.
     *
     * @param kind {@code APPEAL}, {@code NEW_USER} or {@code ENTERPRISE}
     * @param caseNumber as {@link CaseNumber}
     * @param reason of an appeal: {@code NEVER_VERIFIED} or {@code NOT_MY_OPERATION}
     * @param round the number of this review of the application, from 1
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ReviewedApplication(
            UUID id,
            String caseNumber,
            String kind,
            @Nullable String reason,
            String site,
            Instant filedAt,
            int round,
            ReviewStep step) {}

    /**
     * A document that the reviewer may compare with what was stated.
     *
     * @param required whether a yes needs it, because nobody else has confirmed the person
     * @param done whether the reviewer has read off what was stated
     * @param country whether the country is read off too
     */
    public record Comparison(ReviewedPerson person, boolean required, boolean done, boolean country) {}

    /**
     * @param birthDate if the number contains it
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
            @Nullable LocalDate birthDate,
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
            @Nullable LocalDate legalPersonBirthDate,
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
     * @param opened whether the reviewer has opened each page
     */
    public record Evidence(UUID id, String kind, int pages, Instant addedAt, boolean superseded, boolean opened) {}

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
            List<String> missing,
            Instant at) {

        public CastVote {
            missing = List.copyOf(missing);
        }
    }

    /** What one reviewer told another; no vote. */
    public record Note(ColleagueNote.Kind kind, String author, String addressee, String text, Instant at) {}

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
