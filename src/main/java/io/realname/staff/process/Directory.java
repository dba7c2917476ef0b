package io.realname.staff.process;

import io.realname.staff.DirectoryProperties;
import io.realname.staff.SingleSignOnProperties;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.camunda.bpm.identity.impl.ldap.plugin.LdapIdentityProviderPlugin;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camunda's plug-in for LDAP, and what makes the directory's administrators administrators here. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("realname.ldap.server-url")
@EnableConfigurationProperties(DirectoryProperties.class)
class Directory {

    /** Milliseconds. Without a limit, a directory that says nothing would hold requests for minutes. */
    private static final Map<String, String> TIMEOUTS =
            Map.of("com.sun.jndi.ldap.connect.timeout", "3000", "com.sun.jndi.ldap.read.timeout", "10000");

    @Bean
    LdapIdentityProviderPlugin directoryOfStaff(DirectoryProperties settings, SingleSignOnProperties singleSignOn) {
        if (singleSignOn.enabled()) {
            throw new InvalidConfigurationPropertyValueException(
                    "realname.ldap.server-url",
                    settings.serverUrl(),
                    "Staff come from the directory or from realname.single-sign-on, not from both.");
        }
        LdapIdentityProviderPlugin plugin = new DirectorySession.Plugin();
        plugin.setServerUrl(Objects.requireNonNull(settings.serverUrl()));
        plugin.setManagerDn(settings.managerDn());
        plugin.setManagerPassword(settings.managerPassword());
        plugin.setBaseDn(settings.baseDn());
        plugin.setUserSearchBase(settings.userSearchBase());
        plugin.setUserSearchFilter(settings.userSearchFilter());
        plugin.setUserIdAttribute(settings.userIdAttribute());
        plugin.setUserFirstnameAttribute(settings.userFirstNameAttribute());
        plugin.setUserLastnameAttribute(settings.userLastNameAttribute());
        plugin.setGroupSearchBase(settings.groupSearchBase());
        plugin.setGroupSearchFilter(settings.groupSearchFilter());
        plugin.setGroupIdAttribute(settings.groupIdAttribute());
        plugin.setGroupNameAttribute(settings.groupIdAttribute());
        plugin.setGroupMemberAttribute(settings.groupMemberAttribute());
        plugin.setUsePosixGroups(settings.posixGroups());
        plugin.setContextProperties(TIMEOUTS);
        // An entry without a password would otherwise be a login for everybody (RFC 4513, 5.1.2).
        plugin.setAllowAnonymousLogin(false);
        return plugin;
    }

    /** Camunda's starter would make the first administrator, which a directory that is only read refuses. */
    @Bean
    static BeanDefinitionRegistryPostProcessor noFirstAdministrator() {
        return registry -> {
            for (String name : registry.getBeanDefinitionNames()) {
                if ("createAdminUserConfiguration"
                        .equals(registry.getBeanDefinition(name).getFactoryMethodName())) {
                    registry.removeBeanDefinition(name);
                }
            }
        };
    }

    @Bean
    AdministratorAuthorizationPlugin administratorsOfDirectory(DirectoryProperties settings) {
        AdministratorAuthorizationPlugin plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(settings.administrators());
        return plugin;
    }
}
