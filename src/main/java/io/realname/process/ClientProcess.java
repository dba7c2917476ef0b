package io.realname.process;

import io.realname.application.ApplicationKind;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes that a client may start, each with one transient variable {@code application}. */
public enum ClientProcess {
    NEW_USER_VERIFICATION(NewUserVerification.KEY, ApplicationKind.NEW_USER),
    ASSOCIATE_VERIFIED_ACCOUNT(AssociateVerifiedAccount.KEY, ApplicationKind.ASSOCIATION),
    APPEAL(Appeal.KEY, ApplicationKind.APPEAL),
    OBJECT_TO_APPEAL(ObjectToAppeal.KEY, ApplicationKind.OBJECTION),
    ENTERPRISE_VERIFICATION(EnterpriseVerification.KEY, ApplicationKind.ENTERPRISE);

    private final String key;
    private final ApplicationKind kind;

    ClientProcess(String key, ApplicationKind kind) {
        this.key = key;
        this.kind = kind;
    }

    public String key() {
        return key;
    }

    static ClientProcess of(ApplicationKind kind) {
        return Stream.of(values())
                .filter(process -> process.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    public static Optional<ClientProcess> of(String key) {
        return Stream.of(values()).filter(process -> process.key.equals(key)).findFirst();
    }
}
