package io.realname.staff;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * The tests' identity provider is on the class path of each app of a test. Spring Boot would make each of them an
 * authorization server, which the packaged app never is.
 */
class NoAuthorizationServer implements AutoConfigurationImportFilter {

    @Override
    public boolean[] match(String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[autoConfigurations.length];
        List<String> names = Arrays.asList(autoConfigurations);
        for (int n = 0; n < matches.length; n++) {
            matches[n] = names.get(n) == null || !names.get(n).contains(".OAuth2AuthorizationServer");
        }
        return matches;
    }
}
