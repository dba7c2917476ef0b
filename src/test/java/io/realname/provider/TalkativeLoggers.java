package io.realname.provider;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Sets the root logger to TRACE during a test. Loggers with a level of their own keep it. */
public final class TalkativeLoggers implements BeforeEachCallback, AfterEachCallback {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();

    @Override
    public void beforeEach(ExtensionContext test) {
        root.setLevel(Level.TRACE);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        root.setLevel(usual);
    }
}
