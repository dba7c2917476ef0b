/** The steps of {@code appeal.bpmn} and {@code object-to-appeal.bpmn}, and the names that they share with them. */
@NullMarked
package io.realname.appeal.process;

import org.jspecify.annotations.NullMarked;
