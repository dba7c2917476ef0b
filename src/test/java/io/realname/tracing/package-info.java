/** Traces, as a collector gets them. */
@NullMarked
package io.realname.tracing;

import org.jspecify.annotations.NullMarked;
