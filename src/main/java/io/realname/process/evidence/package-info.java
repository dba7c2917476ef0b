/** The steps with which a diagram asks for evidence, and the names of {@code review-documents.bpmn}. */
@NullMarked
@NamedInterface("evidence")
package io.realname.process.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
