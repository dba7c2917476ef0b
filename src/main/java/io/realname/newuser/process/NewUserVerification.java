package io.realname.newuser.process;

import io.realname.application.ApplicationKind;
import io.realname.bankcard.BankCardResult;
import io.realname.bankcard.BankSetting;
import io.realname.bankcard.CardType;
import io.realname.bankcard.IssuerDirectory;
import io.realname.diagram.catalogue.FactKind;
import io.realname.process.ClientProcess;
import io.realname.process.Fact;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The names that {@code new-user-verification.bpmn} and its steps share. Also declares that clients may start the
 * process.
 */
@Configuration(value = "names of " + NewUserVerification.KEY, proxyBeanMethods = false)
public final class NewUserVerification {

    public static final String KEY = "new-user-verification";

    public static final String CORRECTION_DEADLINE = "CorrectionDeadline";

    public static final String SUPPORTED_BANKS = "supported-banks";
    public static final String CARD_ACCEPTANCE = "cardAcceptance";

    static final Fact<String> BANK =
            new Fact<>("bank", String.class, new FactKind.OpenCode(IssuerDirectory.builtInBanks()));
    static final Fact<String> BANK_SETTING = Fact.code("bankSetting", BankSetting.values());
    static final Fact<String> CARD_TYPE = Fact.code("cardType", CardType.values(), "UNKNOWN");
    static final Fact<Boolean> IDENTITY_OCCUPIED = new Fact<>("identityOccupied", Boolean.class);
    static final Fact<Boolean> MOBILE_CONFIRMED = new Fact<>("mobileConfirmed", Boolean.class);
    static final Fact<Boolean> BANK_KNOWS_DOCUMENT = new Fact<>("bankKnowsDocument", Boolean.class);
    static final Fact<String> CARD_RESULT = Fact.code("cardResult", BankCardResult.values(), "ANSWER_LOST");
    static final Fact<Boolean> IDENTITY_BOUND = new Fact<>("identityBound", Boolean.class);

    @Bean("process " + KEY)
    public static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.NEW_USER);
    }
}
