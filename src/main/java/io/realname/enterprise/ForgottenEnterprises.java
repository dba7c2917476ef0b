package io.realname.enterprise;

import io.realname.application.ApplicationEvent;
import io.realname.application.ApplicationKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes what an enterprise stated, when its application ends. */
@Component
class ForgottenEnterprises {

    private final StatedEnterprises stated;

    ForgottenEnterprises(StatedEnterprises stated) {
        this.stated = stated;
    }

    @EventListener
    void forget(ApplicationEvent.Ended event) {
        if (event.kind() == ApplicationKind.ENTERPRISE) {
            stated.forget(event.application());
        }
    }
}
