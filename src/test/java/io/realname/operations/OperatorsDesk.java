package io.realname.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Client.Reply;
import io.realname.desk.OpenReviews;
import io.realname.doors.WebApp;

/** An operator at the operators' page, over HTTP. */
public final class OperatorsDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OperatorsDesk() {}

    /** A member of the group, logged in to Cockpit; the user is created if needed. */
    public static WebApp operator(OpenReviews people, int port, String login) {
        people.person(login, "operators");
        return loggedIn(port, login, OpenReviews.PASSWORD);
    }

    static WebApp loggedIn(int port, String login, String password) {
        WebApp app = WebApp.open(port);
        if (app.login(login, password, "cockpit").status() != 200) {
            throw new IllegalStateException("cannot log in: " + login);
        }
        return app;
    }

    public static Reply search(WebApp operator, String text) {
        return operator.post(
                "/operations/cases/search",
                JSON.createObjectNode().put("text", text).toString());
    }
}
