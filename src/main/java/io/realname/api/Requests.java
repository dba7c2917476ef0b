package io.realname.api;

import io.realname.identity.DocumentType;
import io.swagger.v3.oas.annotations.media.Schema;
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
