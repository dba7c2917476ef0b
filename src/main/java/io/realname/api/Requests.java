package io.realname.api;

import io.realname.appeal.AppealReason;
import io.realname.enterprise.EnterpriseType;
import io.realname.identity.DocumentType;
import io.realname.licence.LicenceType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The request bodies as the API document describes them. The reader of each kind of application parses the real bodies.
 */
final class Requests {

    private Requests() {}

    @Schema(name = "NewUserApplication")
    record NewUser(
            @Schema(example = "jd_lin") String account,
            @Schema(example = "林斌") String realName,
            Document document,
            BankCard bankCard,

            @Schema(description = "Consent to the agreement; recorded with the version of its text", example = "true")
            boolean agreementAccepted) {}

    @Schema(name = "AssociationApplication")
    record Association(
            @Schema(description = "The account to be verified", example = "cloud_lin")
            String account,

            @Schema(description = "The account that is verified already", example = "jd_lin")
            String verifiedAccount,

            @Schema(description = "The application that ended with the offer to associate, if this one takes it up")
            @Nullable
            UUID follows) {}

    /** The multipart form of an appeal. */
    @Schema(name = "AppealForm")
    record AppealForm(
            Appeal appeal,
            @Nullable MultipartFile documentFront,
            @Nullable MultipartFile documentBack,
            @Nullable MultipartFile holdingDocument,
            @Nullable MultipartFile ownershipCertificate,
            @Nullable List<MultipartFile> other) {}

    /** What is added for a person. */
    @Schema(name = "Evidence")
    record Evidence(
            @Nullable MultipartFile documentFront,
            @Nullable MultipartFile documentBack,
            @Nullable MultipartFile holdingDocument,
            @Nullable MultipartFile ownershipCertificate,
            @Nullable List<MultipartFile> other) {}

    /** What is added for an enterprise. */
    @Schema(name = "EnterpriseEvidence")
    record EnterpriseEvidence(
            @Nullable MultipartFile licence,
            @Nullable MultipartFile legalPersonFront,
            @Nullable MultipartFile legalPersonBack,
            @Nullable MultipartFile documentFront,
            @Nullable MultipartFile documentBack,
            @Nullable MultipartFile powerOfAttorney,
            @Nullable List<MultipartFile> other) {}

    /** The multipart form of an enterprise application. */
    @Schema(name = "EnterpriseForm")
    record EnterpriseForm(
            Enterprise enterprise,
            @Nullable MultipartFile licence,
            @Nullable MultipartFile legalPersonFront,
            @Nullable MultipartFile legalPersonBack,

            @Schema(description = "Of who acts for the enterprise, if that is not the legal person") @Nullable
            MultipartFile documentFront,

            @Nullable MultipartFile documentBack,
            @Nullable MultipartFile powerOfAttorney,
            @Nullable List<MultipartFile> other) {}

    @Schema(name = "EnterpriseApplication")
    record Enterprise(
            @Schema(example = "cloud_shop") String account,
            @Schema(example = "COMPANY") EnterpriseType type,
            Licence licence,
            CorporateAccount corporateAccount,
            StatedPerson legalPerson,

            @Schema(
                    description =
                            "Who acts for the enterprise; not stated where the account is verified as theirs already,"
                                    + " or where the application that is followed says it")
            @Nullable
            StatedPerson authorisedPerson,

            @Schema(example = "13800138000") String contactMobile,
            @Schema(example = "accounts@example.com") String contactEmail,

            @Schema(description = "Consent to the agreement; recorded with the version of its text", example = "true")
            boolean agreementAccepted,

            @Schema(description = "The application that ended with the offer ENTERPRISE, if this one takes it up")
            @Nullable
            UUID follows) {}

    @Schema(name = "Licence")
    record Licence(
            @Schema(example = "UNIFIED_SOCIAL_CREDIT_CODE") LicenceType type,

            @Schema(
                    description =
                            "A unified social credit code (GB 32100-2015); of a GENERAL licence a registration number of"
                                    + " 15 digits; of THREE_IN_ONE either",
                    example = "91350100M000100Y43")
            String number,

            @Schema(
                    description = "That the number stands on the licence as it is sent. Only for a number that was"
                            + " refused with INVALID_CHECK_DIGIT and was looked at again; the register then decides")
            @Nullable
            Boolean numberConfirmed,

            @Schema(description = "As on the licence", example = "福州样例商贸有限公司")
            String name) {}

    @Schema(name = "CorporateAccount")
    record CorporateAccount(
            @Schema(description = "8 to 32 digits", example = "1402027109601234567")
            String number,

            @Schema(example = "中国工商银行") String bank,
            @Schema(example = "福州五四支行") String branch) {}

    @Schema(name = "StatedPerson")
    record StatedPerson(@Schema(example = "林斌") String realName, Document document) {}

    @Schema(name = "Amount")
    record Amount(
            @Schema(description = "In yuan, 0.01 to 9.99", example = "0.37")
            String amount) {}

    @Schema(name = "AppealApplication")
    record Appeal(
            @Schema(description = "The account for which the identity is wanted", example = "cloud_lin")
            String account,

            @Schema(
                    description = "NEVER_VERIFIED concerns every binding of the identity in the group, NOT_MY_OPERATION"
                            + " the one at the account's site",
                    example = "NEVER_VERIFIED")
            AppealReason reason,

            @Schema(example = "林斌") @Nullable String realName,

            @Nullable Document document,

            @Schema(example = "13800138000") String contactMobile,

            @Schema(description = "In the applicant's own words, at most 2,000 characters") @Nullable
            String statement,

            @Schema(description = "Whether the account is to be verified when the identity is released") @Nullable
            Boolean verifyAccount,

            @Schema(
                    description =
                            "The application that ended with the offer to appeal, if this one takes it up; real name"
                                    + " and document are then not stated again")
            @Nullable
            UUID follows) {}

    @Schema(name = "ObjectionApplication")
    record Objection(
            @Schema(description = "The holder's account", example = "jd_lin")
            String account,

            @Schema(description = "In the holder's own words, at most 2,000 characters") @Nullable
            String statement) {}

    @Schema(name = "Document")
    record Document(
            @Schema(example = "RESIDENT_ID") DocumentType type,
            @Schema(example = "11010519491231002X") String number,

            @Schema(description = "Of a passport: the code of the issuing country as printed on it, ISO 3166-1 alpha-3")
            @Nullable
            String issuingCountry) {}

    @Schema(name = "BankCard")
    record BankCard(
            @Schema(description = "PAN, ISO/IEC 7812", example = "6222020200112230004")
            String number,

            @Schema(
                    description = "That the number stands on the card as it is sent. Only for a number that was refused"
                            + " with INVALID_CHECK_DIGIT and was looked at again; the bank then decides")
            @Nullable
            Boolean numberConfirmed,

            @Schema(
                    description = "Whose card it is: a code of GET /api/v1/banks. Needed where the number does not tell"
                            + " (BANK_REQUIRED); elsewhere the number decides",
                    example = "ICBC")
            @Nullable
            String bank,

            @Schema(description = "The number that the bank has on file for the card", example = "13800138000")
            String mobile) {}

    @Schema(name = "MobileCode")
    record MobileCode(@Schema(example = "123456") String code) {}
}
