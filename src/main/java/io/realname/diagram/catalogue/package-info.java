/**
 * What the application offers to diagrams and tables: steps, facts, outcomes, messages, groups. Each room of steps
 * describes its own; no engine and no Spring is needed to read it.
 */
@NullMarked
@NamedInterface("catalogue")
package io.realname.diagram.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
