package io.realname.staff;

import io.realname.app.RealnameTest;
import io.realname.app.TestSandbox;
import io.realname.dev.ScannerBeside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/** The whole app, whose staff log in at an identity provider. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealnameTest
// Only the nearest of these annotations counts, so it repeats the initializers of RealnameTest.
@ContextConfiguration(initializers = {TestSandbox.class, ScannerBeside.class, ProviderBeside.class})
public @interface SingleSignOnApp {}
