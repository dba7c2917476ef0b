/** The steps of {@code review-by-people.bpmn}, and the names that they share with it. */
@NullMarked
package io.realname.desk.process;

import org.jspecify.annotations.NullMarked;
