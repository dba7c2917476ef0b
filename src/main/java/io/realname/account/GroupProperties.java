package io.realname.account;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param sites the codes of the group's sites */
@ConfigurationProperties("realname.group")
public record GroupProperties(Set<String> sites) {

    public boolean has(Site site) {
        return sites.contains(site.code());
    }
}
