/** The steps of {@code confirm-mobile.bpmn}, and the names that they share with it. */
@NullMarked
@NamedInterface("mobile")
package io.realname.process.mobile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
