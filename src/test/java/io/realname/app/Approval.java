package io.realname.app;

import io.realname.process.deployment.Deployments;
import io.realname.process.deployment.DeploymentsProperties;
import org.springframework.test.util.ReflectionTestUtils;

/** Whether a second person approves what an analyst deploys: a setting of the running app, which all its tests share. */
public final class Approval {

    private Approval() {}

    public static void needed(Deployments deployments, boolean needed) {
        ReflectionTestUtils.setField(deployments, "settings", new DeploymentsProperties(needed));
    }
}
