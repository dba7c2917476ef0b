package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.licence.LicenceAnswer;
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
 * Asks the register through {@code VerifyBizLicenseEnterprise4}: one call, one request at most. Logs codes and request
 * ids, never what was asked or answered.
 */
final class TencentLicenceRegistry implements LicenceRegistry {

    static final String ACTION = "VerifyBizLicenseEnterprise4";

    private static final Logger log = LoggerFactory.getLogger(TencentLicenceRegistry.class);

    private static final Map<LicenceField, String> COMPARED = new EnumMap<>(Map.of(
            LicenceField.CREDIT_CODE, "IsCreditCodeConsistent",
            LicenceField.ENTERPRISE_NAME, "IsEntNameConsistent",
            LicenceField.LEGAL_PERSON_NAME, "IsLrNameConsistent",
            LicenceField.LEGAL_PERSON_NUMBER, "IsIdNumConsistent"));

    /** Open, moved to another authority, suspended: the licence stands. */
    private static final Set<String> IN_FORCE = Set.of("1", "2", "6");
    /** Cancelled, revoked, withdrawn. */
    private static final Set<String> NOT_IN_FORCE = Set.of("3", "4", "5");
    /** None of those. */
    private static final String OTHER = "0";
    /** Nothing is registered under what was stated. */
    private static final String UNKNOWN_ENTERPRISE = "-10002";

    private static final BilledMeaning<LicenceAnswer> MEANING = new BilledMeaning<>(
            TencentLicenceRegistry::answered,
            LicenceAnswer.NotProcessed::new,
            LicenceAnswer.ProviderRefused::new,
            LicenceAnswer.Lost::new);

    private final BilledAction check;

    TencentLicenceRegistry(BilledAction check) {
        this.check = check;
    }

    // Apart from the bank card's, which reads alike: the answers of the two ports have no type in common.
    @Override
    public LicenceAnswer ask(LicenceQuestion question) {
        LicenceAnswer answer = MEANING.of(check.call(request(question)));
        if (!(answer instanceof LicenceAnswer.Decided)) {
            log.warn("{}: {}", ACTION, answer);
        }
        return answer;
    }

    private static ObjectNode request(LicenceQuestion question) {
        return TencentApi.request()
                .put("CreditCode", question.creditCode())
                .put("EntName", question.enterpriseName())
                .put("LrName", question.legalPersonName())
                .put("IdNum", question.residentIdNumber());
    }

    private static LicenceAnswer answered(TencentReply.Answered answered) {
        String request = ", request " + answered.requestId();
        String status = WireWord.of(answered.response().path("StatusCode").asText(""));
        return switch (status) {
            case "0" ->
                finding(answered.response())
                        .<LicenceAnswer>map(finding -> new LicenceAnswer.Decided(finding, answered.requestId()))
                        .orElseGet(() -> new LicenceAnswer.Lost("unreadable finding" + request));
            // The register's own trouble, which is not billed.
            case "1" -> new LicenceAnswer.NotProcessed("status 1" + request);
            default -> new LicenceAnswer.Lost("unknown status " + status + request);
        };
    }

    /** Empty if a field is missing, unknown, or at odds with the others. */
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
        // Nobody says that it is in business, even where all four agree.
        boolean isKnown = operatingStatus.equals(OTHER) || (operatingStatus.equals(UNKNOWN_ENTERPRISE) && !allAgree);
        return isKnown ? Optional.of(LicenceResult.INCONSISTENT) : Optional.empty();
    }

    // Documented as a number for the result and as booleans for the fields.
    private static Optional<Boolean> truth(JsonNode value) {
        return switch (value.asText("")) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
