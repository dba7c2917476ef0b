package io.realname.process;

/** The names that {@code appeal.bpmn} and the work behind it share. */
final class Appeal {

    static final String KEY = "appeal";

    static final ClientInput APPLICATION = new ClientInput("application");

    static final String EVIDENCE_ADDED = "EvidenceAdded";
    static final String HOLDER_OBJECTED = "HolderObjected";

    static final String EVIDENCE_DEADLINE = "EvidenceDeadline";
    static final String OBJECTION_PERIOD = "ObjectionPeriodOver";

    static final Fact<Integer> APPEALS_OF_IDENTITY_THIS_MONTH = new Fact<>("appealsOfIdentityThisMonth", Integer.class);
    static final Fact<Boolean> EVIDENCE_COMPLETE = new Fact<>("evidenceComplete", Boolean.class);
    static final Fact<Boolean> PASSPORT_UNDER_TWO_COUNTRIES = new Fact<>("passportUnderTwoCountries", Boolean.class);
    static final Fact<String> HOLDER = new Fact<>("holder", String.class);
    static final Fact<String> APPEAL_REASON = new Fact<>("appealReason", String.class);
    static final Fact<String> SITE = new Fact<>("site", String.class);
    static final Fact<Integer> BINDING_DAYS = new Fact<>("bindingDays", Integer.class);
    static final Fact<Integer> FORMER_APPEALS = new Fact<>("formerAppeals", Integer.class);
    static final Fact<Boolean> OBJECTED = new Fact<>("objected", Boolean.class);
    static final Fact<Boolean> OBJECTED_MEANWHILE = new Fact<>("objectedMeanwhile", Boolean.class);
    static final Fact<String> RELEASED = new Fact<>("released", String.class);

    private Appeal() {}
}
