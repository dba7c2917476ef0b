package io.realname.process.mobile;

import io.realname.process.Fact;

/** The names that {@code confirm-mobile.bpmn} and its steps share. */
public final class ConfirmMobile {

    public static final String KEY = "confirm-mobile";

    static final Fact<String> SMS_RESULT = Fact.code("smsResult", "ACCEPTED", "FREQUENCY_LIMITED", "NUMBER_REFUSED");
    static final Fact<String> CODE_RESULT = Fact.code("codeResult", "RIGHT", "WRONG", "EXPIRED", "NO_TRIES_LEFT");

    private ConfirmMobile() {}
}
