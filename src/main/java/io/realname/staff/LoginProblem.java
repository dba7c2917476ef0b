package io.realname.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody is not logged in to the web apps. Each has a text, {@code login.<name>}. */
public enum LoginProblem {
    /** The provider knows the person, but none of their groups gives a group here. */
    NO_GROUP(403),
    /** The person is logged in, and their groups do not open the page that they wanted. */
    NO_ACCESS(403),
    /** A user of the same name was made here, or belongs to somebody else at the provider. */
    LOGIN_TAKEN(409),
    /** The claim that names the person is missing, or the engine does not accept it as an id. */
    LOGIN_UNUSABLE(403),
    /** The person or the provider refused the login. */
    DENIED(403),
    /** What the provider sent is not valid: another issuer, a changed token. */
    NOT_TRUSTED(403),
    /** The login was not begun here, or too long ago. */
    NOT_BEGUN(400),
    /** The provider does not answer. */
    PROVIDER_AWAY(503),
    /** The provider answers, but refuses our client, or is another issuer than was configured. */
    NOT_SET_UP(500);

    private final int status;

    LoginProblem(int status) {
        this.status = status;
    }

    /** The HTTP status of the page. */
    public int status() {
        return status;
    }

    /** As a part of an address, for example {@code no-group}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LoginProblem> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(problem -> problem.slug().equals(slug))
                .findFirst();
    }
}
