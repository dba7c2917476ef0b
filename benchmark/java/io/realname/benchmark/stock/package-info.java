/**
 * The same steps on Camunda's Spring Boot starter, as somebody would write them who has read the engine's getting-started
 * guide: everything is a process variable, all history is stored, the engine runs the calls to providers as its jobs. None
 * of realname's duties: nothing is encrypted, no audit trail, no idempotency, a crash may bill twice.
 */
@NullMarked
package io.realname.benchmark.stock;

import org.jspecify.annotations.NullMarked;
