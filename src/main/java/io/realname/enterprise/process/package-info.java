/** The steps of {@code enterprise-verification.bpmn}, and the names that they share with it. */
@NullMarked
@NamedInterface("process")
package io.realname.enterprise.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
