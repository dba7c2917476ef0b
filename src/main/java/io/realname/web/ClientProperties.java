package io.realname.web;

import io.realname.web.client.AnyOfHashes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
     * @param password the hash of the secret, as {@code new-client-secret} prints it. While the client changes to a new secret,
     *     the hashes of both, separated by a space
     * @param roles {@code CLIENT} starts and follows applications, {@code ACCOUNTS} makes accounts known,
     *     {@code METRICS} reads metrics
     * @throws IllegalArgumentException if the password is not a hash; the message never holds it
     */
    public record Client(
            String name,
            String password,
            @DefaultValue("CLIENT") Set<Role> roles) {

        private static final Pattern HASH = Pattern.compile("\\{[A-Za-z0-9@-]+}\\S+");

        public Client {
            if (!AnyOfHashes.in(password).allMatch(hash -> HASH.matcher(hash).matches())) {
                throw new IllegalArgumentException("the password of the client " + name
                        + " is no hash with its kind in braces, such as {SHA-256}…: java -jar realname.jar new-client-secret"
                        + " prints one");
            }
            if (AnyOfHashes.in(password).count() > AnyOfHashes.MOST) {
                throw new IllegalArgumentException("the client " + name + " has more than " + AnyOfHashes.MOST
                        + " hashes: the old secret and the new one are enough");
            }
        }

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
