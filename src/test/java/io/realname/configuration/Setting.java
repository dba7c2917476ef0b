package io.realname.configuration;

import java.util.Locale;

/**
 * One setting of the app.
 *
 * @param property its name in Spring's canonical form, for example {@code realname.clients[0].name}
 * @param meaning what it says, in Markdown
 * @param type what its values look like, in Markdown
 * @param otherwise what holds when it is not set, in Markdown; "none" if nothing does
 * @param required "yes", "no", or when
 */
record Setting(String property, String meaning, String type, String otherwise, String required) {

    /** The name of the environment variable, for example {@code REALNAME_CLIENTS_0_NAME}. */
    String variable() {
        return property.replace("]", "").replaceAll("[.\\[-]", "_").toUpperCase(Locale.ROOT);
    }

    boolean isRequired() {
        return required.equals("yes");
    }
}
