package io.realname.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The users and groups of an LDAP directory in place of the engine's own, {@code realname.ldap.*}, by Camunda's plug-in. The
 * engine only reads the directory.
 *
 * @param serverUrl the directory, for example {@code ldaps://directory.example.com:636}; not set: no directory
 * @param managerDn who searches in it; not set: anybody may
 * @param managerPassword the password of who searches
 * @param baseDn below which entry everything is, for example {@code dc=example,dc=com}
 * @param userSearchBase where people are, below the base
 * @param userSearchFilter which entries are people who may log in. In Active Directory, leave out accounts that are disabled:
 *     {@code (&(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))}
 * @param userIdAttribute what a person logs in with; {@code sAMAccountName} in Active Directory
 * @param userFirstNameAttribute the first name
 * @param userLastNameAttribute the last name
 * @param groupSearchBase where groups are, below the base
 * @param groupSearchFilter which entries are groups; {@code (objectClass=group)} in Active Directory
 * @param groupIdAttribute the attribute that holds the id that a group has here, for example {@code appeal-review}
 * @param groupMemberAttribute the attribute of a group that names its members
 * @param posixGroups whether that attribute holds the ids of the members, and not their entries' names
 * @param administrators the id of the group in the directory whose members are administrators
 */
@ConfigurationProperties("realname.ldap")
public record DirectoryProperties(
        @Nullable String serverUrl,
        @DefaultValue("") String managerDn,
        @DefaultValue("") String managerPassword,
        @DefaultValue("") String baseDn,
        @DefaultValue("") String userSearchBase,
        @DefaultValue("(objectClass=person)") String userSearchFilter,
        @DefaultValue("uid") String userIdAttribute,
        @DefaultValue("givenName") String userFirstNameAttribute,
        @DefaultValue("sn") String userLastNameAttribute,
        @DefaultValue("") String groupSearchBase,
        @DefaultValue("(objectClass=groupOfNames)") String groupSearchFilter,
        @DefaultValue("cn") String groupIdAttribute,
        @DefaultValue("member") String groupMemberAttribute,
        @DefaultValue("false") boolean posixGroups,
        @DefaultValue("camunda-admin") String administrators) {

    @Override
    public String toString() {
        return "DirectoryProperties[" + serverUrl + "]";
    }
}
