package io.realname.doors;

import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Multipart;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Camunda Modeler 5 as it deploys: one form, in which a file's name has no folder. */
public final class Modeler {

    public static final String CREATE = "/engine-rest/deployment/create";

    private final Client login;

    private Modeler(Client login) {
        this.login = login;
    }

    public static Modeler of(Client login) {
        return new Modeler(login);
    }

    /** The form without files. */
    public static Multipart form(String name) {
        return Multipart.empty()
                .field("deployment-name", name)
                .field("deployment-source", "Camunda Modeler")
                .field("enable-duplicate-filtering", "true");
    }

    public static Multipart and(Multipart form, String file, String content) {
        return form.part(file, file, "text/xml", content.getBytes(StandardCharsets.UTF_8));
    }

    /** Deploys one file. */
    public Reply deploy(String name, String file, String content) {
        return deploy(and(form(name), file, content));
    }

    public Reply deploy(Multipart form) {
        return login.upload(CREATE, form, Map.of("Accept", "application/json"));
    }
}
