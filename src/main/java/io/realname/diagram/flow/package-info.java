/** What is known at each place of a diagram: which facts are there, and what gateways have made certain. */
@NullMarked
@NamedInterface("flow")
package io.realname.diagram.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
