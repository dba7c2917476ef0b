package io.realname.process;

import io.realname.app.CountedStatements;
import io.realname.app.RealnameTest;
import io.realname.enterprise.process.EnterpriseCases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of a diagram on the whole app, with no job executor: every job is run by the test, through a {@link ProcessRun}.
 * Before each test the providers do as usual, and the {@link Reviewers} are at work.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealnameTest
@ExtendWith(ReadyToRun.class)
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            // Assertions about the way of an instance read the engine's own history.
            "realname.history.steps=true"
        })
@Import({
    PathCoverage.class,
    ProcessRuns.class,
    Reviewers.class,
    Cases.class,
    EnterpriseCases.class,
    CountedStatements.class
})
public @interface ProcessTest {}
