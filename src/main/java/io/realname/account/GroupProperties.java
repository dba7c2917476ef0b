package io.realname.account;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The group, {@code realname.group.*}.
 *
 * @param sites the codes of the group's sites, each 2 to 32 capital letters, digits and underscores, the first a letter
 */
@ConfigurationProperties("realname.group")
public record GroupProperties(Set<String> sites) {

    public boolean has(Site site) {
        return sites.contains(site.code());
    }
}
