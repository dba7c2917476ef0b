package io.realname.web.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.realname.web.client.SecretThrottle.Standing;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Authenticates a client by its secret. After too many wrong secrets the next secret is not compared for a time,
 * whether it is right or wrong. Otherwise an attacker could go on and wait for the guess that succeeds.
 *
 * <p>For one second after a success, the count of wrong secrets is not read again for this client and network, so that
 * a busy client costs no query. A wrong secret on this node ends that second at once.
 */
@Component
public class ClientAuthentication extends DaoAuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(ClientAuthentication.class);
    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final int TRUSTED_AT_ONCE = 10_000;

    private final SecretThrottle throttle;
    private final UserDetailsService clients;
    private final MeterRegistry meters;
    private final Cache<Caller, Boolean> trusted = Caffeine.newBuilder()
            .expireAfterWrite(TRUSTED)
            .maximumSize(TRUSTED_AT_ONCE)
            .build();

    private record Caller(String client, String network) {}

    ClientAuthentication(
            UserDetailsService clients, PasswordEncoder encoder, SecretThrottle throttle, MeterRegistry meters) {
        super(clients);
        setPasswordEncoder(encoder);
        this.clients = clients;
        this.throttle = throttle;
        this.meters = meters;
    }

    /** @throws TooManyWrongSecretsException if no secret is compared at present */
    @Override
    public Authentication authenticate(Authentication asked) {
        Caller caller = new Caller(asked.getName(), network(asked));
        Optional<Standing> standing = trusted.getIfPresent(caller) == null ? standing(caller) : Optional.empty();
        if (standing.isPresent() && standing.get().isClosed()) {
            throw new TooManyWrongSecretsException(standing.get().delay());
        }
        try {
            Authentication client = super.authenticate(asked);
            standing.ifPresent(wrong -> throttle.forget(caller.client(), caller.network()));
            trusted.put(caller, true);
            return client;
        } catch (BadCredentialsException e) {
            count(caller);
            throw e;
        }
    }

    /**
     * Without the database wrong secrets cannot be counted. A client then gets no data either, but it can still read
     * health and metrics.
     */
    private Optional<Standing> standing(Caller caller) {
        try {
            return throttle.standing(caller.client(), caller.network());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Wrong secrets are not counted: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    private void count(Caller caller) {
        trusted.invalidate(caller);
        String name = isKnown(caller.client()) ? caller.client() : "unknown";
        meters.counter("realname.client.secrets.wrong", "client", name).increment();
        try {
            if (throttle.countWrong(caller.client(), caller.network())) {
                LOG.warn("Too many wrong secrets for the client {} from one network: slowed down", name);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A wrong secret is not counted: {}", e.getClass().getName());
        }
    }

    /** A name that no client has is not logged, since it may be any text, for example a secret. */
    private boolean isKnown(String name) {
        try {
            clients.loadUserByUsername(name);
            return true;
        } catch (UsernameNotFoundException e) {
            return false;
        }
    }

    private static String network(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details
                ? ClientNetwork.of(details.getRemoteAddress())
                : "";
    }
}
