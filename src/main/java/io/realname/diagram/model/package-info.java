/** Diagrams and tables as the rules read them, and what the rules find. */
@NullMarked
@NamedInterface("model")
package io.realname.diagram.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
