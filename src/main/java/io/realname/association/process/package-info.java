/** The steps of {@code associate-verified-account.bpmn}, and the names that they share with it. */
@NullMarked
@NamedInterface("process")
package io.realname.association.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
