package io.realname.web;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The client apps that call with HTTP Basic. Those that come with a bearer token need no entry.
 *
 * @param clients the client apps, counted from 0
 */
@ConfigurationProperties("realname")
public record ClientProperties(@DefaultValue List<Client> clients) {

    /**
     * One client.
     *
     * @param name who it calls itself; its applications belong to this name
     * @param password the hash of the secret, as {@code new-keys} prints it
     * @param roles {@code CLIENT} starts and follows applications, {@code ACCOUNTS} makes accounts known,
     *     {@code METRICS} reads metrics
     */
    public record Client(
            String name,
            String password,
            @DefaultValue("CLIENT") Set<Role> roles) {

        @Override
        public String toString() {
            return "Client[" + name + "]";
        }
    }

    /** The rights of a client. */
    public enum Role {
        CLIENT,
        ACCOUNTS,
        METRICS
    }
}
