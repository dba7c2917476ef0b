package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.calls.ProviderAnswer;
import io.realname.licence.LicenceDecision;
import io.realname.licence.LicenceField;
import io.realname.licence.LicenceFinding;
import io.realname.licence.LicenceQuestion;
import io.realname.licence.LicenceRegistry;
import io.realname.licence.LicenceResult;
import io.realname.provider.WireWord;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the register through {@code VerifyBizLicenseEnterprise4}: at most one request per call. Logs codes and request
 * ids, never the content of requests or answers.
 */
final class TencentLicenceRegistry implements LicenceRegistry {

    static final String ACTION = "VerifyBizLicenseEnterprise4";

    private static final Logger log = LoggerFactory.getLogger(TencentLicenceRegistry.class);

    private static final Map<LicenceField, String> COMPARED = new EnumMap<>(Map.of(
            LicenceField.CREDIT_CODE, "IsCreditCodeConsistent",
            LicenceField.ENTERPRISE_NAME, "IsEntNameConsistent",
            LicenceField.LEGAL_PERSON_NAME, "IsLrNameConsistent",
            LicenceField.LEGAL_PERSON_NUMBER, "IsIdNumConsistent"));

    /** The enterprise is open, moved to another authority, or suspended: its licence is valid. */
    private static final Set<String> IN_FORCE = Set.of("1", "2", "6");
    /** The licence is cancelled, revoked or withdrawn. */
    private static final Set<String> NOT_IN_FORCE = Set.of("3", "4", "5");
    /** The register gives another state than those. */
    private static final String OTHER = "0";
    /** The register has no enterprise with the stated data. */
    private static final String UNKNOWN_ENTERPRISE = "-10002";

    private final BilledAction check;

    TencentLicenceRegistry(BilledAction check) {
        this.check = check;
    }

    @Override
    public ProviderAnswer<LicenceDecision> ask(LicenceQuestion question) {
        return TencentReplies.told(
                log, ACTION, TencentReplies.meaning(check.call(request(question)), TencentLicenceRegistry::answered));
    }

    private static ObjectNode request(LicenceQuestion question) {
        return TencentApi.request()
                .put("CreditCode", question.creditCode())
                .put("EntName", question.enterpriseName())
                .put("LrName", question.legalPersonName())
                .put("IdNum", question.residentIdNumber());
    }

    private static ProviderAnswer<LicenceDecision> answered(TencentReply.Answered answered) {
        String request = ", request " + answered.requestId();
        String status = WireWord.of(answered.response().path("StatusCode").asText(""));
        return switch (status) {
            case "0" ->
                finding(answered.response())
                        .<ProviderAnswer<LicenceDecision>>map(finding ->
                                new ProviderAnswer.Decided<>(new LicenceDecision(finding, answered.requestId())))
                        .orElseGet(() -> new ProviderAnswer.Lost<>("unreadable finding" + request));
            // The register itself has a fault; the call is not billed.
            case "1" -> new ProviderAnswer.NotProcessed<>("status 1" + request);
            default -> new ProviderAnswer.Lost<>("unknown status " + status + request);
        };
    }

    /** Empty if a field is missing or unknown, or contradicts the others. */
    private static Optional<LicenceFinding> finding(JsonNode response) {
        Set<LicenceField> differing = EnumSet.noneOf(LicenceField.class);
        for (Map.Entry<LicenceField, String> compared : COMPARED.entrySet()) {
            Optional<Boolean> same = truth(response.path(compared.getValue()));
            if (same.isEmpty()) {
                return Optional.empty();
            }
            if (!same.get()) {
                differing.add(compared.getKey());
            }
        }
        if (!truth(response.path("VerifyResult")).equals(Optional.of(differing.isEmpty()))) {
            return Optional.empty();
        }
        return result(response.path("OperatingStatus").asText(""), differing.isEmpty())
                .map(result -> new LicenceFinding(result, result == LicenceResult.INCONSISTENT ? differing : Set.of()));
    }

    private static Optional<LicenceResult> result(String operatingStatus, boolean allAgree) {
        if (NOT_IN_FORCE.contains(operatingStatus)) {
            return Optional.of(LicenceResult.NOT_IN_FORCE);
        }
        if (IN_FORCE.contains(operatingStatus)) {
            return Optional.of(allAgree ? LicenceResult.CONSISTENT : LicenceResult.INCONSISTENT);
        }
        // The register does not say that the enterprise is in business, even if all four fields agree.
        boolean isKnown = operatingStatus.equals(OTHER) || (operatingStatus.equals(UNKNOWN_ENTERPRISE) && !allAgree);
        return isKnown ? Optional.of(LicenceResult.INCONSISTENT) : Optional.empty();
    }

    // The documentation gives a number for the result and booleans for the fields.
    private static Optional<Boolean> truth(JsonNode value) {
        return switch (value.asText("")) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
