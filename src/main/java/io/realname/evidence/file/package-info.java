/** What a file may be, and what may be wrong with it. */
@NullMarked
@NamedInterface("file")
package io.realname.evidence.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
