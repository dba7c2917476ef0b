package io.realname.web.client;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares a client's secret with each of its hashes, which are separated by spaces. So a client app and the nodes can
 * take over a new secret one after the other: while they do, the old one and the new one are both right.
 */
public final class AnyOfHashes implements PasswordEncoder {

    /** The most hashes of one client: each wrong secret is compared with all of them. */
    public static final int MOST = 2;

    private static final Pattern BETWEEN = Pattern.compile("\\s+(?=\\{)");

    private final PasswordEncoder each;

    public AnyOfHashes(PasswordEncoder each) {
        this.each = each;
    }

    /** The hashes of a setting. */
    public static Stream<String> in(String setting) {
        return BETWEEN.splitAsStream(setting.strip());
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return each.encode(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
        return hashes != null && in(hashes).anyMatch(hash -> each.matches(secret, hash));
    }
}
