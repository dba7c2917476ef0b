package io.realname.process;

import io.realname.application.ActionType;
import io.realname.application.Application;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages that a client may send, what each carries, and when it is expected. */
public enum ClientMessage {
    MOBILE_CODE_SUBMITTED(
            ConfirmMobile.MOBILE_CODE_SUBMITTED,
            Set.of(ConfirmMobile.KEY),
            ActionType.SUBMIT_MOBILE_CODE,
            ConfirmMobile.CODE),
    MOBILE_CODE_REQUESTED(
            ConfirmMobile.MOBILE_CODE_REQUESTED, Set.of(ConfirmMobile.KEY), ActionType.SUBMIT_MOBILE_CODE, null),
    BANK_CARD_SUBMITTED(
            NewUserVerification.BANK_CARD_SUBMITTED,
            Set.of(NewUserVerification.KEY),
            ActionType.CORRECT_BANK_CARD,
            NewUserVerification.BANK_CARD),
    AMOUNT_SUBMITTED(
            EnterpriseVerification.AMOUNT_SUBMITTED,
            Set.of(EnterpriseVerification.KEY),
            ActionType.CONFIRM_AMOUNT,
            EnterpriseVerification.AMOUNT),
    APPLICATION_WITHDRAWN(
            "ApplicationWithdrawn",
            Set.of(
                    NewUserVerification.KEY,
                    AssociateVerifiedAccount.KEY,
                    Appeal.KEY,
                    ObjectToAppeal.KEY,
                    EnterpriseVerification.KEY),
            null,
            null);

    private final String messageName;
    private final Set<String> receivers;
    private final @Nullable ActionType expectedBy;
    private final @Nullable ClientInput input;

    ClientMessage(
            String messageName, Set<String> receivers, @Nullable ActionType expectedBy, @Nullable ClientInput input) {
        this.messageName = messageName;
        this.receivers = receivers;
        this.expectedBy = expectedBy;
        this.input = input;
    }

    /** As the diagrams have it. */
    public String messageName() {
        return messageName;
    }

    /** The name of the one variable it carries; absent if it carries none. */
    public @Nullable String input() {
        return input == null ? null : input.name();
    }

    /** Whether the application waits for this message now. */
    public boolean isExpectedBy(Application application) {
        return expectedBy == null ? !application.status().isEnd() : application.expects(expectedBy);
    }

    public static Optional<ClientMessage> of(String messageName) {
        return Stream.of(values())
                .filter(message -> message.messageName.equals(messageName))
                .findFirst();
    }

    /** The keys of the processes that receive messages. */
    public static Set<String> receivers() {
        return Stream.of(values())
                .flatMap(message -> message.receivers.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
