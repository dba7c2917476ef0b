package io.realname.staff;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldif.LDIFException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A directory of the organisation's people beside the app. Only its manager may search in it. */
public class DirectoryBeside implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PASSWORD = "in-the-directory";

    private static final String MANAGER = "cn=realname,dc=example,dc=com";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=com");
            config.addAdditionalBindCredentials(MANAGER, "manager-secret");
            config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
            config.setSchema(null);
            InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
            entry(directory, "dc=example,dc=com", "objectClass: domain", "dc: example");
            entry(directory, "ou=people,dc=example,dc=com", "objectClass: organizationalUnit", "ou: people");
            entry(directory, "ou=groups,dc=example,dc=com", "objectClass: organizationalUnit", "ou: groups");
            person(directory, "li.na", "Na", "Li");
            person(directory, "zhou.yu", "Yu", "Zhou");
            person(directory, "qian.it", "It", "Qian");
            person(directory, "feng.guest", "Guest", "Feng");
            group(directory, "appeal-review", "li.na", "zhou.yu");
            group(directory, "realname-admins", "qian.it");
            directory.startListening();
            context.getBeanFactory().registerSingleton("directoryOfTests", directory);
            TestPropertyValues.of(
                            "realname.ldap.server-url=ldap://localhost:" + directory.getListenPort(),
                            "realname.ldap.manager-dn=" + MANAGER,
                            "realname.ldap.manager-password=manager-secret",
                            "realname.ldap.base-dn=dc=example,dc=com",
                            "realname.ldap.user-search-base=ou=people",
                            "realname.ldap.group-search-base=ou=groups",
                            "realname.ldap.administrators=realname-admins")
                    .applyTo(context);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    static String dn(String login) {
        return "uid=" + login + ",ou=people,dc=example,dc=com";
    }

    private static void person(InMemoryDirectoryServer directory, String login, String first, String last)
            throws LDAPException, LDIFException {
        entry(
                directory,
                dn(login),
                "objectClass: person",
                "uid: " + login,
                "cn: " + first + " " + last,
                "givenName: " + first,
                "sn: " + last,
                "userPassword: " + PASSWORD);
    }

    private static void group(InMemoryDirectoryServer directory, String id, String... members)
            throws LDAPException, LDIFException {
        String[] lines = new String[members.length + 2];
        lines[0] = "objectClass: groupOfNames";
        lines[1] = "cn: " + id;
        for (int n = 0; n < members.length; n++) {
            lines[n + 2] = "member: " + dn(members[n]);
        }
        entry(directory, "cn=" + id + ",ou=groups,dc=example,dc=com", lines);
    }

    private static void entry(InMemoryDirectoryServer directory, String dn, String... lines)
            throws LDAPException, LDIFException {
        String[] all = new String[lines.length + 1];
        all[0] = "dn: " + dn;
        System.arraycopy(lines, 0, all, 1, lines.length);
        directory.add(all);
    }
}
