package io.realname.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Client.Reply;

/** What a client can do at both doors, with the bodies of the contract, so that one test can run at both. */
public interface Door {

    /** The same door, for associations. */
    Door forAssociations();

    /** The same door, for appeals without evidence. */
    Door forAppeals();

    /** The same door, for objections of holders. */
    Door forObjections();

    /** The same door, for enterprise applications without evidence. */
    Door forEnterprises();

    /** @param application the JSON of the contract, or the wrong text that a careless client sends */
    Reply start(String application);

    default Reply start(ObjectNode application) {
        return start(application.toString());
    }

    /** The id of the application that a start has created. */
    String idOf(Reply started);

    Reply submitCode(String id, String code);

    Reply resend(String id);

    /** @param bankCard the JSON of the contract */
    Reply correctBankCard(String id, String bankCard);

    /** @param amount in yuan */
    Reply submitAmount(String id, String amount);

    Reply withdraw(String id);
}
