package io.realname.api;

import io.realname.appeal.AppealReason;
import io.realname.identity.DocumentType;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies as the API document shows them; read by {@link io.realname.application.ApplicationReader}. */
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

            @Schema(type = "string", format = "binary") @Nullable
            String documentFront,

            @Schema(type = "string", format = "binary") @Nullable
            String documentBack,

            @Schema(type = "string", format = "binary") @Nullable
            String holdingDocument,

            @Schema(type = "string", format = "binary") @Nullable
            String ownershipCertificate,

            @ArraySchema(schema = @Schema(type = "string", format = "binary")) @Nullable
            List<String> other) {}

    @Schema(name = "Evidence")
    record Evidence(
            @Schema(type = "string", format = "binary") @Nullable
            String documentFront,

            @Schema(type = "string", format = "binary") @Nullable
            String documentBack,

            @Schema(type = "string", format = "binary") @Nullable
            String holdingDocument,

            @Schema(type = "string", format = "binary") @Nullable
            String ownershipCertificate,

            @ArraySchema(schema = @Schema(type = "string", format = "binary")) @Nullable
            List<String> other) {}

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

            @Schema(description = "ISO 3166-1 alpha-3, of a passport") @Nullable
            String issuingCountry) {}

    @Schema(name = "BankCard")
    record BankCard(
            @Schema(description = "PAN, ISO/IEC 7812", example = "6222020200112230004")
            String number,

            @Schema(description = "The number that the bank has on file for the card", example = "13800138000")
            String mobile) {}

    @Schema(name = "MobileCode")
    record MobileCode(@Schema(example = "123456") String code) {}
}
