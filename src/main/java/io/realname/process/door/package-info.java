/** The engine door: the two routes of /engine-rest that a client may use. */
@NullMarked
package io.realname.process.door;

import org.jspecify.annotations.NullMarked;
