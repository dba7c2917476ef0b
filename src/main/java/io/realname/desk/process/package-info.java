/** The steps of {@code review-by-people.bpmn}, and the names that they share with it. */
@NullMarked
@NamedInterface("process")
package io.realname.desk.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
