package io.realname.dev;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How the owner of an embedded database connects: from this machine, so without a password. */
record OwnersConnection(String getJdbcUrl) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return ServerSettings.OWNER;
    }

    @Override
    public String getPassword() {
        return "";
    }
}
