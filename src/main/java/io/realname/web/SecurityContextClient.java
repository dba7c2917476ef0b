package io.realname.web;

import io.realname.application.CallingClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The client of the current call, as Spring Security has authenticated it. */
@Component
class SecurityContextClient implements CallingClient {

    @Override
    public String name() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new AuthenticationCredentialsNotFoundException("no client");
        }
        return authentication.getName();
    }
}
