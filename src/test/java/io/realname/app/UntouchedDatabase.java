package io.realname.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole app on a database in which every application came through a door: for tests that search or verify the whole
 * database. They share one app, which does not verify the trail by itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealnameTest
@TestPropertySource(properties = "realname.trail.verified-at=-")
public @interface UntouchedDatabase {}
