package io.realname.process;

/** The names that {@code new-user-verification.bpmn} and the work behind it share. */
final class NewUserVerification {

    static final String KEY = "new-user-verification";

    static final ClientInput APPLICATION = new ClientInput("application");
    static final ClientInput BANK_CARD = new ClientInput("bankCard");

    static final String BANK_CARD_SUBMITTED = "BankCardSubmitted";

    static final String CORRECTION_DEADLINE = "CorrectionDeadline";

    static final String SUPPORTED_BANKS = "supported-banks";
    static final String CARD_ACCEPTANCE = "cardAcceptance";

    static final Fact<String> BANK = new Fact<>("bank", String.class);
    static final Fact<String> BANK_SETTING = new Fact<>("bankSetting", String.class);
    static final Fact<String> CARD_TYPE = new Fact<>("cardType", String.class);
    static final Fact<Integer> APPLICATIONS_OF_ACCOUNT_TODAY = new Fact<>("applicationsOfAccountToday", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_APPLICATION = new Fact<>("wrongCardsOfApplication", Integer.class);
    static final Fact<Integer> CHECKS_OF_APPLICATION = new Fact<>("checksOfApplication", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_ACCOUNT_TODAY = new Fact<>("wrongCardsOfAccountToday", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_IDENTITY_TODAY = new Fact<>("wrongCardsOfIdentityToday", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_CARD_TODAY = new Fact<>("wrongCardsOfCardToday", Integer.class);
    static final Fact<Integer> CHECKS_OF_CARD_TODAY = new Fact<>("checksOfCardToday", Integer.class);
    static final Fact<Boolean> IDENTITY_OCCUPIED = new Fact<>("identityOccupied", Boolean.class);
    static final Fact<Boolean> MOBILE_CONFIRMED = new Fact<>("mobileConfirmed", Boolean.class);
    static final Fact<Boolean> BANK_KNOWS_DOCUMENT = new Fact<>("bankKnowsDocument", Boolean.class);
    static final Fact<String> CARD_RESULT = new Fact<>("cardResult", String.class);
    static final Fact<Boolean> IDENTITY_BOUND = new Fact<>("identityBound", Boolean.class);

    private NewUserVerification() {}
}
