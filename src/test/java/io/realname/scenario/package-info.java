/** Runs what analysts write in {@code bpmn/scenarios}. */
@NullMarked
package io.realname.scenario;

import org.jspecify.annotations.NullMarked;
