package io.realname.process;

import io.realname.application.ActionType;
import io.realname.application.Application;
import io.realname.refusal.RefusalException;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * The messages that clients may send, with their names in the API: which variable each has, and when it is expected.
 */
public enum ClientMessage {
    MOBILE_CODE_SUBMITTED("MobileCodeSubmitted", ActionType.SUBMIT_MOBILE_CODE, new ClientInput("code")),
    MOBILE_CODE_REQUESTED("MobileCodeRequested", ActionType.SUBMIT_MOBILE_CODE, null),
    BANK_CARD_SUBMITTED("BankCardSubmitted", ActionType.CORRECT_BANK_CARD, new ClientInput("bankCard")),
    AMOUNT_SUBMITTED("AmountSubmitted", ActionType.CONFIRM_AMOUNT, new ClientInput("amount")),
    APPLICATION_WITHDRAWN("ApplicationWithdrawn", null, null);

    private final String messageName;
    private final @Nullable ActionType expectedBy;
    private final @Nullable ClientInput input;

    ClientMessage(String messageName, @Nullable ActionType expectedBy, @Nullable ClientInput input) {
        this.messageName = messageName;
        this.expectedBy = expectedBy;
        this.input = input;
    }

    /** The message's name in the diagrams. */
    public String messageName() {
        return messageName;
    }

    /** The name of the message's only variable; absent if it has none. */
    public @Nullable String input() {
        return input == null ? null : input.name();
    }

    /** The name of the message's only variable, of a message that has one. */
    public String requiredInput() {
        if (input == null) {
            throw new IllegalStateException(messageName + " has no variable");
        }
        return input.name();
    }

    /**
     * Reads the variable of the message.
     *
     * @throws RefusalException as {@link ClientInput#take}
     */
    public String take(VariableScope scope) {
        if (input == null) {
            throw new IllegalStateException(messageName + " has no variable");
        }
        return input.take(scope);
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
}
