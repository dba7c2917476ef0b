package io.realname.benchmark.stock;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** HTTP Basic, with the one user of {@code spring.security.user}. */
@Profile(StockApplication.PROFILE)
@Configuration(proxyBeanMethods = false)
class StockSecurity {

    @Bean
    SecurityFilterChain everything(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * Can only look the user up. Spring Boot's own service also replaces the hash of a user who logs in by one of bcrypt:
     * each request would then cost more than all the rest.
     */
    @Bean
    UserDetailsService users(SecurityProperties properties) {
        UserDetailsService users = new InMemoryUserDetailsManager(
                User.withUsername(properties.getUser().getName())
                        .password(properties.getUser().getPassword())
                        .build());
        return users::loadUserByUsername;
    }
}
