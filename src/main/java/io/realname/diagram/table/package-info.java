/** The rules of sound decision tables, one class each. */
@NullMarked
package io.realname.diagram.table;

import org.jspecify.annotations.NullMarked;
