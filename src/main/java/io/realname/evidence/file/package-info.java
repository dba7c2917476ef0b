/** Types and limits of files, and the reasons to refuse a file. */
@NullMarked
@NamedInterface("file")
package io.realname.evidence.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
