package io.realname.process;

/** The names that {@code confirm-mobile.bpmn} and the work behind it share. */
final class ConfirmMobile {

    static final String KEY = "confirm-mobile";

    static final ClientInput CODE = new ClientInput("code");

    static final String MOBILE_CODE_SUBMITTED = "MobileCodeSubmitted";
    static final String MOBILE_CODE_REQUESTED = "MobileCodeRequested";

    static final Fact<String> SMS_RESULT = new Fact<>("smsResult", String.class);
    static final Fact<String> CODE_RESULT = new Fact<>("codeResult", String.class);

    private ConfirmMobile() {}
}
