package io.realname.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.staff.SingleSignOnProperties.GroupOfProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the claims of an identity provider make of a person. */
class StaffClaimsTest {

    @Test
    void namesBecomeLoginsInSmallLetters() {
        assertThat(login("Lin.Yue")).hasValue("lin.yue");
        assertThat(login("LIN@Example.COM")).hasValue("lin@example.com");
        assertThat(login("a".repeat(64))).isPresent();
        for (String unusable :
                List.of("", " ", "ACME\\lin", "林月", "lin yue", ".lin", "lin..yue", "a".repeat(65), "lin'--")) {
            assertThat(login(unusable)).as(unusable).isEmpty();
        }
        assertThat(read("groups", claims(Map.of("preferred_username", 7)))).isEmpty();
    }

    @Test
    void onlyMappedGroupsCount() {
        assertThat(groups("groups", List.of("/reviewers", "/staff", 7))).containsExactly("appeal-review");
        assertThat(groups("groups", "/reviewers")).as("a single one").containsExactly("appeal-review");
        assertThat(groups("groups", List.of("/Reviewers", "appeal-review")))
                .as("the provider's own spelling, and nothing that merely looks like ours")
                .isEmpty();
        assertThat(groups("groups", null)).isEmpty();
    }

    @Test
    void aClaimMayBeInsideAnother() {
        assertThat(read("realm_access.roles", claims(Map.of("realm_access", Map.of("roles", List.of("/reviewers"))))))
                .map(StaffMember::groups)
                .hasValue(Set.of("appeal-review"));
        assertThat(read(
                        "https://example.com/groups",
                        claims(Map.of("https://example.com/groups", List.of("/reviewers")))))
                .map(StaffMember::groups)
                .hasValue(Set.of("appeal-review"));
    }

    @Test
    void aNameIsShownAsThePersonWritesIt() {
        assertThat(read("groups", claims(Map.of("name", "林月", "given_name", "月", "family_name", "林"))))
                .hasValueSatisfying(member -> {
                    assertThat(member.firstName()).isEqualTo("林月");
                    assertThat(member.lastName()).isNull();
                });
        assertThat(read("groups", claims(Map.of("given_name", "Mei", "family_name", "Lin"))))
                .hasValueSatisfying(member -> {
                    assertThat(member.firstName()).isEqualTo("Mei");
                    assertThat(member.lastName()).isEqualTo("Lin");
                });
    }

    @Test
    void settingsHaveBounds() {
        assertThatThrownBy(() -> settings("groups", List.of(), Duration.ofHours(4)))
                .hasMessageContaining("nobody could log in");
        assertThatThrownBy(() -> settings("groups", MAPPING, Duration.ofHours(25)))
                .hasMessageContaining("5 minutes to 24 hours");
    }

    private static final List<GroupOfProvider> MAPPING = List.of(new GroupOfProvider("/reviewers", "appeal-review"));

    private static SingleSignOnProperties settings(String groupsClaim, List<GroupOfProvider> groups, Duration session) {
        return new SingleSignOnProperties(
                true, "preferred_username", groupsClaim, groups, session, Duration.ofSeconds(5));
    }

    private static Optional<StaffMember> read(String groupsClaim, Map<String, Object> claims) {
        return new StaffClaims(settings(groupsClaim, MAPPING, Duration.ofHours(4))).read(claims);
    }

    private static Optional<String> login(String name) {
        return read("groups", claims(Map.of("preferred_username", name))).map(StaffMember::login);
    }

    private static Set<String> groups(String claim, @Nullable Object groups) {
        Map<String, Object> claims = claims(Map.of());
        if (groups != null) {
            claims.put(claim, groups);
        }
        return read(claim, claims).orElseThrow().groups();
    }

    private static Map<String, Object> claims(Map<String, Object> more) {
        Map<String, Object> claims =
                new HashMap<>(Map.of("iss", "https://login.example.com", "sub", "1", "preferred_username", "lin"));
        claims.putAll(more);
        return claims;
    }
}
