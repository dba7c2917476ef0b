/** The rules of sound diagrams, one class each. */
@NullMarked
package io.realname.diagram.rule;

import org.jspecify.annotations.NullMarked;
