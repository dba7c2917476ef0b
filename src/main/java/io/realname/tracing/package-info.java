/** Traces: from a client's request over the jobs that follow it to the calls of providers. Off unless an operator wants them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.realname.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
