/** PDFs made anew, each in a process of its own: drawn as viewers draw them, or refused. */
@NullMarked
package io.realname.evidence.pdf;

import org.jspecify.annotations.NullMarked;
