/** The steps of {@code new-user-verification.bpmn}, and the names that they share with it. */
@NullMarked
@NamedInterface("process")
package io.realname.newuser.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
