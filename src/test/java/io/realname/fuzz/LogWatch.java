package io.realname.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.Filter;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Sets the log to DEBUG and looks in each event for values that must not be there. Remembers who wrote which kind of value,
 * never the value; other appenders go on as at INFO.
 */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Map<String, String> planted;
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private final Filter<ILoggingEvent> quiet = quiet();

    private LogWatch(Map<String, String> planted) {
        this.planted = planted;
    }

    /** @param planted values, and what kind of value each is */
    static LogWatch begin(Map<String, String> planted) {
        Logger root = root();
        LogWatch watch = new LogWatch(planted);
        watch.setContext(root.getLoggerContext());
        watch.start();
        for (Iterator<Appender<ILoggingEvent>> others = root.iteratorForAppenders(); others.hasNext(); ) {
            others.next().addFilter(watch.quiet);
        }
        root.addAppender(watch);
        root.setLevel(Level.DEBUG);
        return watch;
    }

    private static Filter<ILoggingEvent> quiet() {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(Level.INFO.toString());
        filter.start();
        return filter;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        look(event, event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            look(event, ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    private void look(ILoggingEvent event, String text) {
        planted.forEach((value, kind) -> {
            if (text.contains(value)) {
                found.add(kind + " by " + event.getLoggerName() + " at " + event.getLevel());
            }
        });
    }

    Set<String> found() {
        return found;
    }

    @Override
    public void close() {
        Logger root = root();
        root.setLevel(Level.INFO);
        root.detachAppender(this);
        // A filter can't be taken away again, but can be made to say nothing.
        quiet.stop();
        stop();
    }
}
