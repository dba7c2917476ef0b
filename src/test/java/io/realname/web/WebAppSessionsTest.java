package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InvalidClassException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** A session in the database is read only if it holds what the web apps write. */
class WebAppSessionsTest {

    private final GenericConversionService conversions = new WebAppSessions().springSessionConversionService();

    @Test
    void whatTheWebAppsWriteIsReadAgain() {
        assertThat(read("a token")).isEqualTo("a token");
        assertThat(read(new java.util.ArrayList<>(List.of("appeal-review")))).isEqualTo(List.of("appeal-review"));
        assertThat(read(new java.util.HashMap<>(Map.of("default", "reviewer1"))))
                .isEqualTo(Map.of("default", "reviewer1"));
    }

    @Test
    void whatWasAskedOfTheIdentityProviderIsReadAgain() {
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("https://login.example.com/authorize")
                .clientId("realname")
                .scope("openid")
                .state("a state")
                .attributes(attributes -> attributes.put("code_verifier", "a verifier"))
                .build();

        assertThat(((OAuth2AuthorizationRequest) read(asked)).getState()).isEqualTo("a state");
    }

    @Test
    void anythingElseIsNot() {
        assertThatThrownBy(() -> read(URI.create("http://localhost")))
                .hasRootCauseInstanceOf(InvalidClassException.class);
    }

    private Object read(Object written) {
        byte[] bytes = conversions.convert(written, byte[].class);
        return java.util.Objects.requireNonNull(conversions.convert(bytes, Object.class));
    }
}
