package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.bankcard.BankCardDecision;
import io.realname.bankcard.BankCardQuestion;
import io.realname.bankcard.BankCardResult;
import io.realname.bankcard.BankCardVerifier;
import io.realname.calls.ProviderAnswer;
import io.realname.provider.WireWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the card's issuer through {@code BankCard4EVerification}: at most one request per call, 8 calls at a time and 15
 * per second. Logs codes and request ids, never the content of requests or answers.
 */
final class TencentBankCardVerifier implements BankCardVerifier {

    static final String ACTION = "BankCard4EVerification";

    private static final Logger log = LoggerFactory.getLogger(TencentBankCardVerifier.class);

    /** The resident ID is the only document that this check accepts. */
    private static final int RESIDENT_ID = 0;

    private final BilledAction check;
    private final BankCardResultCodes codes;

    TencentBankCardVerifier(BilledAction check, BankCardResultCodes codes) {
        this.check = check;
        this.codes = codes;
    }

    @Override
    public ProviderAnswer<BankCardDecision> verify(BankCardQuestion question) {
        return TencentReplies.told(log, ACTION, TencentReplies.meaning(check.call(request(question)), this::decided));
    }

    private static ObjectNode request(BankCardQuestion question) {
        return TencentApi.request()
                .put("Name", question.realName())
                .put("BankCard", question.pan().digits())
                .put("Phone", question.mobile().e164().replaceFirst("^\\+86", ""))
                .put("IdCard", question.residentIdNumber())
                .put("CertType", RESIDENT_ID);
    }

    private ProviderAnswer<BankCardDecision> decided(TencentReply.Answered answered) {
        String code = WireWord.of(answered.response().path("Result").asText(""));
        String requestId = answered.requestId();
        BankCardResultCodes.Meaning meaning = codes.meaning(code).orElse(null);
        if (meaning == null) {
            // If the code is unknown, we do not know either whether the call was billed.
            return new ProviderAnswer.Lost<>("unknown result " + code + ", request " + requestId);
        }
        return switch (meaning) {
            case PASS -> decided(BankCardResult.MATCH, code, requestId);
            case MISMATCH, INPUT -> decided(BankCardResult.MISMATCH, code, requestId);
            case CARD_UNUSABLE -> decided(BankCardResult.CARD_NOT_USABLE, code, requestId);
            case RATE_LIMIT -> decided(BankCardResult.RATE_LIMITED, code, requestId);
            case TRANSIENT -> new ProviderAnswer.NotProcessed<>("result " + code + ", request " + requestId);
        };
    }

    private static ProviderAnswer<BankCardDecision> decided(BankCardResult result, String code, String requestId) {
        return new ProviderAnswer.Decided<>(new BankCardDecision(result, code, requestId));
    }
}
