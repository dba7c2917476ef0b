/** The analysts' page and its answers: versions, figures of a period, and the move of applications to another version. */
@NullMarked
package io.realname.analysis.process;

import org.jspecify.annotations.NullMarked;
