package io.realname.process;

/** The names that {@code object-to-appeal.bpmn} and the work behind it share. */
final class ObjectToAppeal {

    static final String KEY = "object-to-appeal";

    static final ClientInput APPLICATION = new ClientInput("application");

    static final Fact<String> APPEAL = new Fact<>("appeal", String.class);
    static final Fact<String> OBJECTION = new Fact<>("objection", String.class);

    private ObjectToAppeal() {}
}
