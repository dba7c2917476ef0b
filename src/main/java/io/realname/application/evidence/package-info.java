/** The evidence that reviewers need before they can decide. */
@NullMarked
@NamedInterface("evidence")
package io.realname.application.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
