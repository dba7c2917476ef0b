package io.realname.staff;

/** Whether a person who has logged in at the identity provider may use the web apps. */
public sealed interface Admission {

    /** @param login the person's login here */
    record Admitted(String login) implements Admission {}

    record Refused(LoginProblem problem) implements Admission {}
}
