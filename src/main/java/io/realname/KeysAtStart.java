package io.realname;

import io.realname.protection.KeyCheck;
import io.realname.protection.StoredSample;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Ends a start with keys that are not those of the database, before the app takes requests or jobs. */
@Component
class KeysAtStart implements InitializingBean {

    private final KeyCheck keys;
    private final StoredSample sample;

    KeysAtStart(KeyCheck keys, StoredSample sample) {
        this.keys = keys;
        this.sample = sample;
    }

    @Override
    public void afterPropertiesSet() {
        keys.needRightKeys(sample);
    }
}
