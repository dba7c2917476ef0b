package io.realname.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * What the sessions of the web apps may hold. They are in the database, as Java's own serialization writes them: the login
 * with its groups, and a token; with single sign-on, what was asked of the identity provider, and its sealed ID token. A row
 * that says otherwise is not read, since reading an object can run code.
 */
@Configuration(proxyBeanMethods = false)
class WebAppSessions {

    /** The rest is refused. The web apps' classes are named by their package: this room does not know the engine. */
    static final ObjectInputFilter ALLOWED =
            ObjectInputFilter.Config.createFilter("maxdepth=10;maxrefs=2000;maxbytes=65536;"
                    + "java.lang.*;java.util.*;org.camunda.bpm.webapp.impl.security.auth.*;"
                    + "org.springframework.security.oauth2.core.AuthorizationGrantType;"
                    + "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;"
                    + "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponseType;!*");

    /** Spring Session finds it by this name. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    GenericConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, WebAppSessions::read);
        return conversions;
    }

    private static Object read(byte[] written) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written))) {
            in.setObjectInputFilter(ALLOWED);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a session holds what it may not hold", e);
        }
    }
}
