package io.realname;

import java.util.List;

/** Required settings are missing; {@link #names()} lists them. */
class MissingSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> names;

    MissingSettingsException(List<String> names) {
        super("missing settings: " + String.join(", ", names));
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }
}
