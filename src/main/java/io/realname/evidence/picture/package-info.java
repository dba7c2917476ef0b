/** Pictures made anew: what of a file its pixels need, read within limits, upright, opaque, scaled. */
@NullMarked
package io.realname.evidence.picture;

import org.jspecify.annotations.NullMarked;
