package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.bankcard.BankCardAnswer;
import io.realname.bankcard.BankCardQuestion;
import io.realname.bankcard.BankCardResult;
import io.realname.bankcard.BankCardVerifier;
import io.realname.provider.WireWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the card's issuer through {@code BankCard4EVerification}: one call, one request at most, 8 at a time and 15 a
 * second. Logs codes and request ids, never what was asked or answered.
 */
final class TencentBankCardVerifier implements BankCardVerifier {

    static final String ACTION = "BankCard4EVerification";

    private static final Logger log = LoggerFactory.getLogger(TencentBankCardVerifier.class);

    /** Resident ID: the only document that this check takes. */
    private static final int RESIDENT_ID = 0;

    private final BilledAction check;
    private final BankCardResultCodes codes;
    private final BilledMeaning<BankCardAnswer> meaning = new BilledMeaning<>(
            this::decided,
            BankCardAnswer.NotProcessed::new,
            BankCardAnswer.ProviderRefused::new,
            BankCardAnswer.Lost::new);

    TencentBankCardVerifier(BilledAction check, BankCardResultCodes codes) {
        this.check = check;
        this.codes = codes;
    }

    @Override
    public BankCardAnswer verify(BankCardQuestion question) {
        BankCardAnswer answer = meaning.of(check.call(request(question)));
        if (!(answer instanceof BankCardAnswer.Decided)) {
            log.warn("{}: {}", ACTION, answer);
        }
        return answer;
    }

    private static ObjectNode request(BankCardQuestion question) {
        return TencentApi.request()
                .put("Name", question.realName())
                .put("BankCard", question.pan().digits())
                .put("Phone", question.mobile().e164().replaceFirst("^\\+86", ""))
                .put("IdCard", question.residentIdNumber())
                .put("CertType", RESIDENT_ID);
    }

    private BankCardAnswer decided(TencentReply.Answered answered) {
        String code = WireWord.of(answered.response().path("Result").asText(""));
        String requestId = answered.requestId();
        BankCardResultCodes.Meaning result = codes.meaning(code).orElse(null);
        if (result == null) {
            // Whether a code that we don't know was billed, we don't know either.
            return new BankCardAnswer.Lost("unknown result " + code + ", request " + requestId);
        }
        return switch (result) {
            case PASS -> new BankCardAnswer.Decided(BankCardResult.MATCH, code, requestId);
            case MISMATCH, INPUT -> new BankCardAnswer.Decided(BankCardResult.MISMATCH, code, requestId);
            case CARD_UNUSABLE -> new BankCardAnswer.Decided(BankCardResult.CARD_NOT_USABLE, code, requestId);
            case RATE_LIMIT -> new BankCardAnswer.Decided(BankCardResult.RATE_LIMITED, code, requestId);
            case TRANSIENT -> new BankCardAnswer.NotProcessed("result " + code + ", request " + requestId);
        };
    }
}
