package io.realname.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Client.Reply;

/** What a client can do at either door, in the contract's own bodies; so that one test can be run at both. */
public interface Door {

    /** The same door, where associations are started. */
    Door forAssociations();

    /** The same door, where appeals are started, without any evidence. */
    Door forAppeals();

    /** The same door, where holders object. */
    Door forObjections();

    /** The same door, where enterprises apply, without any evidence. */
    Door forEnterprises();

    /** @param application the JSON of the contract, or what a careless client takes for it */
    Reply start(String application);

    default Reply start(ObjectNode application) {
        return start(application.toString());
    }

    /** The id of the application that a start has made. */
    String idOf(Reply started);

    Reply submitCode(String id, String code);

    Reply resend(String id);

    /** @param bankCard the JSON of the contract */
    Reply correctBankCard(String id, String bankCard);

    /** @param amount in yuan */
    Reply submitAmount(String id, String amount);

    Reply withdraw(String id);
}
