package io.realname.staff;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An identity provider beside the app. It starts after the app, which must not mind. */
public class ProviderBeside implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        IdentityProvider provider = new IdentityProvider();
        context.getBeanFactory().registerSingleton("identityProvider", provider);
        TestPropertyValues.of(settings(provider)).applyTo(context);
    }

    /** As an operator sets them. */
    public static String[] settings(IdentityProvider provider) {
        String client = "spring.security.oauth2.client.registration.staff.";
        String groups = "realname.single-sign-on.groups";
        return new String[] {
            "realname.single-sign-on.enabled=true",
            "spring.security.oauth2.client.provider.staff.issuer-uri=" + provider.issuer(),
            client + "client-id=" + IdentityProvider.CLIENT,
            client + "client-secret=" + IdentityProvider.SECRET,
            groups + "[0].claimed=/realname/reviewers",
            groups + "[0].group=appeal-review",
            groups + "[1].claimed=/realname/seniors",
            groups + "[1].group=senior-review",
            groups + "[2].claimed=/realname/operators",
            groups + "[2].group=operators",
            groups + "[3].claimed=/it/administrators",
            groups + "[3].group=camunda-admin",
            groups + "[4].claimed=/realname/mistakes",
            groups + "[4].group=clients",
            groups + "[5].claimed=/realname/analysts",
            groups + "[5].group=analysts"
        };
    }
}
