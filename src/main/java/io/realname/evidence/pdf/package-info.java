/** Rewrites PDFs, each in a process of its own: draws them as viewers do, or refuses them. */
@NullMarked
package io.realname.evidence.pdf;

import org.jspecify.annotations.NullMarked;
