/** The steps of {@code appeal.bpmn} and {@code object-to-appeal.bpmn}, and the names that they share with them. */
@NullMarked
@NamedInterface("process")
package io.realname.appeal.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
