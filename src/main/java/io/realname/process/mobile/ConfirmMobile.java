package io.realname.process.mobile;

import io.realname.process.Fact;

/** The names that {@code confirm-mobile.bpmn} and its steps share. */
public final class ConfirmMobile {

    public static final String KEY = "confirm-mobile";

    static final Fact<String> SMS_RESULT = new Fact<>("smsResult", String.class);
    static final Fact<String> CODE_RESULT = new Fact<>("codeResult", String.class);

    private ConfirmMobile() {}
}
