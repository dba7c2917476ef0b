package io.realname.staff.process;

import io.realname.process.engine.Interceptors;
import io.realname.staff.SingleSignOnProperties;
import io.realname.staff.StaffClaims;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The engine's settings about its users. */
@Component
@EnableConfigurationProperties(SingleSignOnProperties.class)
class StaffSettings extends AbstractProcessEnginePlugin {

    private final SingleSignOnProperties singleSignOn;

    StaffSettings(SingleSignOnProperties singleSignOn) {
        this.singleSignOn = singleSignOn;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // The engine's default pattern refuses the signs of usual logins, such as lin.yue or lin@example.com.
        engine.setUserResourceWhitelistPattern(StaffClaims.LOGIN.pattern());
        if (singleSignOn.enabled()) {
            Interceptors.add(engine, new NoPasswords());
        }
    }
}
