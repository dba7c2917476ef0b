package io.realname.application;

import io.realname.account.Account;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Checks whether another application may follow an application. It may if the first one ended because the identity is
 * bound to another account.
 */
@Component
public class FollowedApplications {

    private final Applications applications;

    FollowedApplications(Applications applications) {
        this.applications = applications;
    }

    /** @throws RefusalException {@code INVALID_APPLICATION} if it is not such an application of this client and account */
    public void require(UUID followed, String client, Account account) {
        boolean canBeFollowed = applications
                .find(followed, client)
                .filter(found -> found.account().equals(account.userName().value()))
                .map(Application::outcome)
                .filter(outcome -> outcome.code().mayBeFollowed())
                .isPresent();
        if (!canBeFollowed) {
            throw new RefusalException(Refusal.invalid(List.of(new FieldError("/follows", "CANNOT_BE_FOLLOWED"))));
        }
    }
}
