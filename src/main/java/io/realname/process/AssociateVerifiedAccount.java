package io.realname.process;

/** The names that {@code associate-verified-account.bpmn} and the work behind it share. */
final class AssociateVerifiedAccount {

    static final String KEY = "associate-verified-account";

    static final ClientInput APPLICATION = new ClientInput("application");

    static final String MOBILE_BOUND = "MobileBound";
    static final String MOBILE_DEADLINE = "MobileDeadline";

    static final Fact<String> SOURCE = new Fact<>("source", String.class);
    static final Fact<String> ASSOCIATION = new Fact<>("association", String.class);

    private AssociateVerifiedAccount() {}
}
